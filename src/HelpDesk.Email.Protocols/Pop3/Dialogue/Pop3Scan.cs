using System.Globalization;
using HelpDesk.Email.Protocols.Pop3.Model;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The lines of UIDL, LIST and STAT: a number, a space, a word.</summary>
internal static class Pop3Scan
{
    // RFC 1939 section 7 allows 70; a server with longer names is no reason to fetch no mail.
    private const int LongestUid = 250;

    /// <summary>Reads a line of UIDL.</summary>
    public static bool TryParseUid(string line, out Pop3Uid uid)
    {
        uid = default;
        if (!TrySplit(line, out var number, out var word) || word.Length > LongestUid || word.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return false;
        }

        uid = new(number, word);
        return true;
    }

    /// <summary>Reads a line of LIST.</summary>
    public static bool TryParseSize(string line, out Pop3Size size)
    {
        size = default;
        if (!TrySplit(line, out var number, out var word) || !long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var octets))
        {
            return false;
        }

        size = new(number, octets);
        return true;
    }

    /// <summary>Reads the answer to STAT.</summary>
    public static bool TryParseStat(string text, out Pop3Stat stat)
    {
        stat = new(0, 0);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2
            || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var octets))
        {
            return false;
        }

        stat = new(count, octets);
        return true;
    }

    private static bool TrySplit(string line, out int number, out string word)
    {
        // Extensions may add more words (RFC 1939 section 5, "scan listing").
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        word = words.Length > 1 ? words[1] : string.Empty;
        number = 0;
        return word.Length > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }
}
