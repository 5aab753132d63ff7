using System.Collections;
using System.Text;
using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime;

/// <summary>
/// The fields of a header in the order received, looked up by name without regard to case. Fields are made on first use.
/// </summary>
public sealed class HeaderFields : IReadOnlyList<HeaderField>
{
    private readonly ReadOnlyMemory<byte> _block;
    private readonly IReadOnlyList<HeaderLine> _lines;
    private readonly MailReadingLimits _limits;
    private readonly HeaderField?[] _fields;

    internal HeaderFields(ReadOnlyMemory<byte> block, IReadOnlyList<HeaderLine> lines, MailReadingLimits limits)
    {
        _block = block;
        _lines = lines;
        _limits = limits;
        _fields = lines.Count == 0 ? [] : new HeaderField?[lines.Count];
    }

    /// <summary>How many fields there are.</summary>
    public int Count => _fields.Length;

    /// <summary>The field at a place in the order received.</summary>
    /// <param name="index">From zero.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such field.</exception>
    public HeaderField this[int index] => _fields[index] ??= Make(_lines[index]);

    /// <summary>The first field of a name, or null.</summary>
    public HeaderField? First(string name)
    {
        var index = IndexOf(name, 0);
        return index < 0 ? null : this[index];
    }

    /// <summary>All fields of a name, in the order received.</summary>
    public IEnumerable<HeaderField> All(string name)
    {
        for (var index = IndexOf(name, 0); index >= 0; index = IndexOf(name, index + 1))
            yield return this[index];
    }

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(string name) => IndexOf(name, 0) >= 0;

    /// <inheritdoc/>
    public IEnumerator<HeaderField> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The octets of the first value of a name, or nothing.</summary>
    internal ReadOnlySpan<byte> FirstOctets(string name)
    {
        var index = IndexOf(name, 0);
        return index < 0 ? default : Octets(index);
    }

    internal ReadOnlySpan<byte> Octets(int index) => _block.Span[_lines[index].ValueStart.._lines[index].ValueEnd];

    internal int IndexOf(string name, int from)
    {
        var block = _block.Span;
        for (var i = from; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (line.NameLength == name.Length && Ascii.EqualsIgnoreCase(block.Slice(line.NameStart, line.NameLength), name))
                return i;
        }

        return -1;
    }

    private HeaderField Make(HeaderLine line) => new(
        Encoding.Latin1.GetString(_block.Span.Slice(line.NameStart, line.NameLength)),
        _block[line.ValueStart..line.ValueEnd],
        _limits);
}
