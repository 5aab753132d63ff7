using System.Text;
using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>What may not leave in a message: line ends in header values, lone surrogates, NUL.</summary>
internal static class TextHygiene
{
    /// <summary>Text for a header: one line, no controls, no white space about it.</summary>
    public static string ForHeader(string text) => WholeCharacters(HeaderText.Clean(text)).Trim(' ');

    /// <summary>Text for a parameter: one line, no controls.</summary>
    public static string ForParameter(string text) => WholeCharacters(HeaderText.Clean(text));

    /// <summary>Text for a body: every line end <c>\n</c>, no NUL.</summary>
    public static string ForBody(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\0') >= 0)
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);
        return WholeCharacters(text);
    }

    /// <summary>Replaces halves of surrogate pairs by U+FFFD.</summary>
    private static string WholeCharacters(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}
