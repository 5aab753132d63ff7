using System.Globalization;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds prefix and number in text, and writes them. Linear in the text.</summary>
/// <remarks>
/// <para>Prefix and number together are no part of a longer word: <c>x#12</c> and <c>#12x</c> are not ticket 12. Letters of
/// scripts that put no space between words end a word.</para>
/// <para>A number may have parts: what follows behind <c>-</c>, <c>.</c> or <c>/</c> belongs to it as long as there is no digit
/// yet, or nothing but digits follow. So <c>#2024-0042</c> never is ticket 2024, and <c>#1234-Printer</c> is ticket 1234.</para>
/// </remarks>
internal static class TicketTags
{
    private const int MaxNumber = 40;
    private const int MaxSpaces = 32;

    /// <summary>The tag as it stands in subjects that we write: <c>[#1234]</c>.</summary>
    public static string Write(string prefix, string number) => $"[{prefix}{number}]";

    /// <summary>The numbers behind the prefix, in their order, each once.</summary>
    public static IEnumerable<string> Find(string text, string prefix)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in Scan(FoldedText.Of(text), prefix))
        {
            if (seen.Add(tag.Number))
            {
                yield return tag.Number;
            }
        }
    }

    /// <summary>The tags in a text that is folded, in their order. One place may have two readings, the longer first.</summary>
    public static IEnumerable<TicketTag> Scan(string text, string prefix)
    {
        prefix = FoldedText.Of(prefix).TrimStart();
        var first = FirstWord(prefix);
        if (first.Length == 0)
        {
            yield break;
        }

        for (var at = text.IndexOf(first, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(first, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && IsWord(text[at - 1]))
            {
                continue;
            }

            var start = EndOfPrefix(text, at, prefix);
            var end = start < 0 ? start : EndOfNumber(text, start);
            if (start >= 0 && EndInBrackets(text, at, start) is var bracket && bracket > Math.Max(end, start))
            {
                yield return new TicketTag(at, bracket, text[start..bracket]);
            }

            if (end > start && IsNumber(text.AsSpan(start, end - start)) && !IsCharacterReference(text, at, end))
            {
                yield return new TicketTag(at, end, text[start..end]);
            }
        }
    }

    private static string FirstWord(string prefix)
    {
        var space = prefix.AsSpan().IndexOfAny(" \t\r\n");
        return space < 0 ? prefix : prefix[..space];
    }

    // A space in the prefix stands for any white space: subjects are folded and bodies wrapped.
    private static int EndOfPrefix(string text, int at, string prefix)
    {
        for (var i = 0; i < prefix.Length; at++, i++)
        {
            if (!char.IsWhiteSpace(prefix[i]))
            {
                if (at >= text.Length || char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(prefix[i]))
                {
                    return -1;
                }

                continue;
            }

            var spaces = at;
            while (spaces < text.Length && spaces - at < MaxSpaces && char.IsWhiteSpace(text[spaces]))
            {
                spaces++;
            }

            if (spaces == at)
            {
                return -1;
            }

            at = spaces - 1;
            while (i + 1 < prefix.Length && char.IsWhiteSpace(prefix[i + 1]))
            {
                i++;
            }
        }

        return at;
    }

    private static int EndOfNumber(string text, int start)
    {
        var end = EndOfWord(text, start);
        while (end > start && end < text.Length - 1 && text[end] is '-' or '.' or '/' && IsWord(text[end + 1]))
        {
            var next = EndOfWord(text, end + 1);
            var belongs = !HasDigit(text.AsSpan(start, end - start)) || !text.AsSpan(end + 1, next - end - 1).ContainsAnyExceptInRange('0', '9');
            if (!belongs || next - start > MaxNumber)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    // Brackets around a tag say where it ends, whatever form a host's numbers have: what we write we have to find.
    private static int EndInBrackets(string text, int at, int start)
    {
        var close = at == 0 ? '\0' : text[at - 1] switch { '[' => ']', '(' => ')', _ => '\0' };
        var end = start;
        while (close != '\0' && end < text.Length && end - start <= MaxNumber && (IsWord(text[end]) || text[end] is '-' or '.' or '/' or ':' or '_'))
        {
            end++;
        }

        return close != '\0' && end < text.Length && text[end] == close && IsNumber(text.AsSpan(start, end - start)) ? end : -1;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length <= MaxNumber && HasDigit(text);

    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

    // HTML in a text that is none: &#8217; is an apostrophe.
    private static bool IsCharacterReference(string text, int at, int end) => at > 0 && text[at - 1] == '&' && end < text.Length && text[end] == ';';

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(char c) => c == '_' || (char.IsLetterOrDigit(c) && (char.IsAscii(c) || char.GetUnicodeCategory(c) != UnicodeCategory.OtherLetter));
}
