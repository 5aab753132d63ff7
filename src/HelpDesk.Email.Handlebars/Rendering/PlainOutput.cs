using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Takes out of subject and text what can't stand there.</summary>
internal static class PlainOutput
{
    private static readonly SearchValues<char> NotForText = SearchValues.Create(
        Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n')).ToArray());

    private static readonly SearchValues<char> NotForLine = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl), '\u2028', '\u2029']);

    /// <summary>One line: every run of line ends, control characters, line and paragraph separators and spaces is one space.</summary>
    public static string Line(ReadOnlySpan<char> written)
    {
        if (!written.ContainsAny(NotForLine) && written is not ([' ', ..] or [.., ' ']) && !written.Contains("  ", StringComparison.Ordinal))
        {
            return written.ToString();
        }

        var line = new StringBuilder(written.Length);
        var gap = false;
        foreach (var c in written)
        {
            if (char.IsControl(c) || c is ' ' or '\u2028' or '\u2029')
            {
                gap = line.Length > 0;
                continue;
            }

            line.Append(gap ? " " : string.Empty).Append(c);
            gap = false;
        }

        return line.ToString();
    }

    /// <summary>Lines that end in <c>\n</c>, without other control characters than tabs, and without blank lines at either end.</summary>
    public static string Text(ReadOnlySpan<char> written)
    {
        if (!written.ContainsAny(NotForText))
        {
            return Trim(written);
        }

        var text = new StringBuilder(written.Length);
        var afterReturn = false;
        foreach (var c in written)
        {
            if (c is '\r' or '\u0085' || (c == '\n' && !afterReturn))
            {
                text.Append('\n');
            }
            else if (c == '\t' || !char.IsControl(c))
            {
                text.Append(c);
            }

            afterReturn = c == '\r';
        }

        return Trim(text.ToString());
    }

    private static string Trim(ReadOnlySpan<char> text)
    {
        text = text.Trim('\n').TrimEnd();
        return text.IsEmpty ? string.Empty : $"{text}\n";
    }
}
