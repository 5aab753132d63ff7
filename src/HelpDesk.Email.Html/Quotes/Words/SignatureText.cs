using System.Buffers;
using System.Collections.Frozen;

namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Reads what single lines say about signatures.</summary>
internal static class SignatureText
{
    private const int LongestLine = 120;
    private const int LongestDelimiter = 100;
    private const int LongestName = 40;
    private const int MostWords = 14;

    private const int LongestFirstName = 16;

    // With so few words and "my" device a line is no sentence, whatever the device is called.
    private const int FewWords = 5;

    private static readonly Dictionary<string, List<string>> ByKind = QuoteData.ByKind("signature-phrases.txt");

    private static readonly SearchValues<string> Devices = SearchValues.Create([.. ByKind["device"]], StringComparison.OrdinalIgnoreCase);
    private static readonly Phrases Always = new(ByKind["always"]);
    private static readonly Phrases Programs = new(ByKind["program"]);
    private static readonly Phrases Beginnings = new(ByKind["sent"]);
    private static readonly Phrases Notices = new(ByKind["notice"]);
    private static readonly SearchValues<string> Secrets = SearchValues.Create([.. ByKind["secret"]], StringComparison.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<char, string[]> Endings = ByKind["ends"]
        .GroupBy(phrase => char.ToLowerInvariant(phrase[^1]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Closings =
        ByKind["closing"].ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        new[] { "von", "van", "de", "der", "den", "da", "di", "do", "dos", "du", "del", "della", "la", "le", "ter", "ten", "zu", "af", "av", "bin", "al", "y", "e", "und", "and" }
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Rules = SearchValues.Create("-_=*~#+\u2010\u2011\u2012\u2013\u2014\u2015\u2500 \u00A0\u1427");

    /// <summary>Whether the line is the usual two dashes (RFC 3676, section 4.3), the blank behind them left out or not.</summary>
    internal static bool IsDashes(ReadOnlySpan<char> line) => line is "--";

    /// <summary>Whether the line is a rule of signs, or the mark that a tracker leaves.</summary>
    internal static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length is > 0 and <= LongestDelimiter && !line.ContainsAnyExcept(Rules);

    /// <summary>Whether a rule is one that people and programs put above signatures.</summary>
    internal static bool IsDelimiter(ReadOnlySpan<char> line) =>
        IsRule(line) && (line.Length >= 2 ? line[0] is not ('#' or '*' or '+') : line[0] is '\u2014' or '\u2013' or '\u2015');

    /// <summary>Whether the line says from which device or with which program the mail was sent.</summary>
    internal static bool IsDevice(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > 3 * LongestLine) return false;
        line = WithoutLinks(line).TrimStart("*-_([ ").TrimEnd("*-_)] ");
        if (Always.Begin(line, out _)) return line.Length <= LongestLine;
        if (line.Length is < 6 or > LongestLine || line.Contains(',') || line[^1] is '?' or ':') return false;
        if (Beginnings.Begin(line, out var rest) || Ends(line))
        {
            var words = line.Count(' ') + 1;
            return (words <= MostWords && (line.ContainsAny(Devices) || Programs.AreIn(line))) || (words <= FewWords && rest.StartsWith(" my ", StringComparison.OrdinalIgnoreCase));
        }

        // Outlook asks to be downloaded, in many languages: "... Outlook for Android".
        var outlook = line.LastIndexOf("Outlook ");
        return outlook >= 0 && line[outlook..].Count(' ') == 2 && line[..outlook].Count(' ') <= 3
            && (line.EndsWith("iOS", StringComparison.Ordinal) || line.EndsWith("Android", StringComparison.Ordinal));
    }

    /// <summary>Whether the line begins as the notices do that companies put below every mail.</summary>
    internal static bool IsNotice(ReadOnlySpan<char> line) => line[^1] != '?' && Notices.Begin(line.TrimStart("*_ "), out _) && line.ContainsAny(Secrets);

    /// <summary>Whether the line is a closing such as "Best regards," and nothing else.</summary>
    internal static bool IsClosing(ReadOnlySpan<char> line) => line.Length <= LongestName && Closings.Contains(line.TrimEnd(" ,.!;-\uFF0C\u3002\uFF01"));

    /// <summary>Whether the line is a dash and a name: "-Ann Example".</summary>
    internal static bool IsDashedName(ReadOnlySpan<char> line) =>
        line.Length is >= 3 and <= LongestName && line[0] is '-' or '\u2013' or '\u2014' or '~' && (IsName(line.TrimStart("-\u2013\u2014~ ").TrimEnd(". ")) || IsSmallName(line));

    /// <summary>Whether the line is a dash, a blank and one word that begins in lower case: "- ann".</summary>
    internal static bool IsSmallName(ReadOnlySpan<char> line)
    {
        var word = line.TrimStart("-\u2013\u2014~ ");
        if (line[1] != ' ' || word.Length is < 3 or > LongestFirstName || !char.IsLower(word[0])) return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }

    /// <summary>Whether the line may be a name: few words, none of which begins in lower case but the small ones of names.</summary>
    internal static bool IsName(ReadOnlySpan<char> line)
    {
        if (line.Length is < 2 or > LongestName || line.Count(' ') > 3) return false;
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.Length == 0 || (char.IsLower(word[0]) && !Particles.Contains(word))) return false;
            foreach (var c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '\u2019' or ',' or '*')) return false;
            }
        }

        return true;
    }

    /// <summary>Whether the line tells how its author can be reached: by address, link or telephone.</summary>
    internal static bool IsContact(ReadOnlySpan<char> line) =>
        line.Contains('@') || line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase) || HasTelephone(line);

    /// <summary>Whether the line reads as a sentence or a part of one does, rather than as a name, a title or an address.</summary>
    internal static bool IsSentence(ReadOnlySpan<char> line) => line.Length > 2 * LongestName || (line[^1] is '.' or '!' or '?' or ':' or ';' && line.Count(' ') >= 3);

    private static bool Ends(ReadOnlySpan<char> line)
    {
        foreach (var ending in Endings.GetValueOrDefault(char.ToLowerInvariant(line[^1]), []))
        {
            if (line.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // At least six digits with little between them.
    private static bool HasTelephone(ReadOnlySpan<char> line)
    {
        var digits = 0;
        foreach (var c in line)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is not (' ' or '-' or '.' or '/' or '(' or ')' or '+' or '\u2011' or '\u00A0')) digits = 0;
            if (digits >= 6) return true;
        }

        return false;
    }

    // Behind the words may stand the address that they link to.
    private static ReadOnlySpan<char> WithoutLinks(ReadOnlySpan<char> line)
    {
        var link = line.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return link > 0 && line[link..].Contains("://", StringComparison.Ordinal) ? line[..link].TrimEnd("<([ :") : line;
    }
}
