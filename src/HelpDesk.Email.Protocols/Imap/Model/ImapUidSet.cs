using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>A set of UIDs as IMAP writes it, for instance <c>1:50,77</c> (RFC 9051 <c>sequence-set</c>). Immutable.</summary>
public sealed class ImapUidSet
{
    private readonly (uint First, uint Last)[] _ranges;
    private readonly bool _isOpen;

    private ImapUidSet((uint First, uint Last)[] ranges, bool isOpen)
    {
        _ranges = ranges;
        _isOpen = isOpen;
    }

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>How many UIDs are in it; of an open set, how many could be.</summary>
    public long Count => _ranges.Sum(range => (long)range.Last - range.First + 1);

    /// <summary>Some UIDs, in any order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is 0.</exception>
    public static ImapUidSet Of(params IEnumerable<uint> uids)
    {
        ArgumentNullException.ThrowIfNull(uids);
        var ranges = new List<(uint First, uint Last)>();
        foreach (var uid in uids.Order())
        {
            ArgumentOutOfRangeException.ThrowIfZero(uid);
            if (ranges.Count > 0 && ranges[^1].Last >= uid - 1)
            {
                ranges[^1] = (ranges[^1].First, uid);
            }
            else
            {
                ranges.Add((uid, uid));
            }
        }

        return new([.. ranges], isOpen: false);
    }

    /// <summary>All UIDs of a range, the ends included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The first one is 0 or beyond the last one.</exception>
    public static ImapUidSet Range(uint first, uint last)
    {
        ArgumentOutOfRangeException.ThrowIfZero(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, last);
        return new([(first, last)], isOpen: false);
    }

    /// <summary>A UID and all above it: <c>n:*</c>. A folder without any that high gives its last mail (RFC 9051 section 9, <c>seq-range</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0.</exception>
    public static ImapUidSet From(uint first)
    {
        ArgumentOutOfRangeException.ThrowIfZero(first);
        return new([(first, uint.MaxValue)], isOpen: true);
    }

    /// <summary>Whether a UID is in it.</summary>
    public bool Contains(uint uid)
    {
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (uid < _ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (uid > _ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The set as IMAP writes it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (first, last) in _ranges)
        {
            if (text.Length > 0)
            {
                text.Append(',');
            }

            text.Append(CultureInfo.InvariantCulture, $"{first}");
            if (_isOpen)
            {
                text.Append(":*");
            }
            else if (last > first)
            {
                text.Append(CultureInfo.InvariantCulture, $":{last}");
            }
        }

        return text.ToString();
    }

    /// <summary>Reads UIDs one by one from what a server wrote, in its order: <c>304,319:320</c>.</summary>
    /// <param name="text">The set.</param>
    /// <param name="most">How many there may be.</param>
    /// <returns>The UIDs; <see langword="null"/> when it is no such set, or a longer one.</returns>
    internal static List<uint>? TryExpand(string text, int most)
    {
        var uids = new List<uint>();
        foreach (var part in text.AsSpan().Split(','))
        {
            var range = text.AsSpan()[part];
            var colon = range.IndexOf(':');
            if (!TryParse(colon < 0 ? range : range[..colon], out var first) || !TryParse(colon < 0 ? range : range[(colon + 1)..], out var last))
            {
                return null;
            }

            // RFC 9051 section 9: 4:2 is 2:4.
            (first, last) = first <= last ? (first, last) : (last, first);
            if ((long)last - first + 1 + uids.Count > most)
            {
                return null;
            }

            for (var uid = (long)first; uid <= last; uid++)
            {
                uids.Add((uint)uid);
            }
        }

        return uids;
    }

    private static bool TryParse(ReadOnlySpan<char> text, out uint uid) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uid) && uid > 0;
}
