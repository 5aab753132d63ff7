using System.Text;

namespace HelpDesk.Email.Classification;

/// <summary>What a mail says itself at its beginning, without what it quotes or forwards.</summary>
internal static class OwnWords
{
    private const int Most = 3_000;
    private const int MostLines = 200;

    private static readonly string[] Separators = ["-----", "_____", "begin forwarded message", "----- original", "--- forwarded"];

    /// <summary>The text on one line, at most 3,000 characters, with plain apostrophes.</summary>
    public static string Of(string text)
    {
        var words = new StringBuilder();
        var read = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (++read > MostLines || words.Length >= Most || IsEnd(trimmed, words.Length > 0))
            {
                break;
            }

            if (trimmed.IsEmpty || trimmed[0] is '>' or '|')
            {
                continue;
            }

            Append(words, trimmed[..Math.Min(trimmed.Length, Most)]);
        }

        return words.ToString();
    }

    /// <summary>A text with its white space as single blanks and its apostrophes plain.</summary>
    public static string Plain(string text)
    {
        var words = new StringBuilder();
        Append(words, text.AsSpan().Trim()[..Math.Min(text.AsSpan().Trim().Length, Most)]);
        return words.ToString();
    }

    // The header of a quoted mail, or the line above one.
    private static bool IsEnd(ReadOnlySpan<char> line, bool begun)
    {
        foreach (var separator in Separators)
        {
            if (begun && line.StartsWith(separator, StringComparison.OrdinalIgnoreCase) && line.Length > separator.Length)
            {
                return true;
            }
        }

        if (line.Length is 0 or > 250)
        {
            return false;
        }

        return (line[^1] is ':' or '：' && line.Contains('@') && begun)
            || (begun && line.EndsWith("wrote:", StringComparison.OrdinalIgnoreCase)) || line.EndsWith("schrieb:", StringComparison.OrdinalIgnoreCase)
            || line.EndsWith("a écrit :", StringComparison.OrdinalIgnoreCase) || line.EndsWith("escribió:", StringComparison.OrdinalIgnoreCase)
            || (line.Contains('@') && (line.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Von:", StringComparison.OrdinalIgnoreCase)
                || line.StartsWith("De :", StringComparison.OrdinalIgnoreCase) || line.StartsWith("De:", StringComparison.OrdinalIgnoreCase)));
    }

    private static void Append(StringBuilder words, ReadOnlySpan<char> text)
    {
        var space = words.Length > 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                space = true;
                continue;
            }

            if (space)
            {
                words.Append(' ');
                space = false;
            }

            words.Append(character is '\u2019' or '\u2018' or '\u00b4' or '`' ? '\'' : character);
        }
    }
}
