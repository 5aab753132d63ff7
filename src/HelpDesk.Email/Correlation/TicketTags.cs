namespace HelpDesk.Email.Correlation;

/// <summary>Finds prefix and number in text, and writes them. Linear in the text.</summary>
internal static class TicketTags
{
    private const int MaxNumber = 40;

    /// <summary>The tag as it stands in subjects that we write: <c>[#1234]</c>.</summary>
    public static string Write(string prefix, string number) => $"[{prefix}{number}]";

    /// <summary>The numbers behind the prefix, in their order, each once. Prefix and number together are no part of a longer word.</summary>
    public static IEnumerable<string> Find(string text, string prefix)
    {
        if (prefix.Length == 0)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = text.IndexOf(prefix, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(prefix, at + prefix.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && IsWord(text[at - 1]))
            {
                continue;
            }

            foreach (var number in NumbersAt(text, at + prefix.Length))
            {
                if (seen.Add(number))
                {
                    yield return number;
                }
            }
        }
    }

    private static IEnumerable<string> NumbersAt(string text, int start)
    {
        var run = WordEnd(text, start);
        if (run == start)
        {
            yield break;
        }

        // A number with parts (INC-0042) first, since its first part may be the number of another ticket.
        var whole = run;
        while (whole < text.Length - 1 && whole - start < MaxNumber && text[whole] is '-' or '.' or '/' && IsWord(text[whole + 1]))
        {
            whole = WordEnd(text, whole + 1);
        }

        if (whole > run && IsNumber(text.AsSpan(start, whole - start)) && !IsNumber(text.AsSpan(start, run - start)))
        {
            yield return text[start..whole];
        }
        else if (IsNumber(text.AsSpan(start, run - start)))
        {
            yield return text[start..run];
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length <= MaxNumber && text.ContainsAnyInRange('0', '9');

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
