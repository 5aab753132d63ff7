using System.Buffers;

namespace HelpDesk.Email.Correlation;

/// <summary>Whether HTML can have an opening bracket among its words: mostly it has none, and to make text of it costs more than to look.</summary>
internal static class BracketHint
{
    private const int Usual = '[';
    private const int Wide = 0xFF3B;

    // As itself, in its wide form, or by one of its names. What is said by a number is read.
    private static readonly SearchValues<string> Written = SearchValues.Create(["[", "\uFF3B", "&lsqb", "&lbrack"], StringComparison.Ordinal);

    /// <summary>Whether there is one, or may be. Linear.</summary>
    public static bool IsIn(ReadOnlySpan<char> html) => html.ContainsAny(Written) || IsNumberedIn(html);

    private static bool IsNumberedIn(ReadOnlySpan<char> html)
    {
        for (var start = html.IndexOf("&#", StringComparison.Ordinal); start >= 0; start = html.IndexOf("&#", StringComparison.Ordinal))
        {
            html = html[(start + 2)..];
            var number = html is ['x' or 'X', ..] ? Read(html[1..], 16) : Read(html, 10);
            if (number is Usual or Wide)
            {
                return true;
            }
        }

        return false;
    }

    // Up to a number that no character has; zeros before it count for nothing.
    private static int Read(ReadOnlySpan<char> digits, int radix)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit) || (radix == 10 && !char.IsAsciiDigit(digit)) || number > char.MaxValue)
            {
                break;
            }

            number = (number * radix) + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | ' ') - 'a' + 10);
        }

        return number;
    }
}
