namespace HelpDesk.Email.Html.Tokens;

/// <summary>Reads the attributes of a tag (WHATWG HTML, sections 13.2.5.32 to 13.2.5.40).</summary>
internal static class AttributeScanner
{
    /// <summary>Moves to the next attribute's name.</summary>
    /// <returns>False at the tag's '&gt;' or at the end of the source, where <paramref name="at"/> then stands.</returns>
    internal static bool SkipToName(ReadOnlySpan<char> html, ref int at)
    {
        while (at < html.Length && (HtmlCharacters.IsSpace(html[at]) || html[at] == '/')) at++;
        return at < html.Length && html[at] != '>';
    }

    /// <summary>Reads the attribute whose name begins at <paramref name="at"/> and moves behind it.</summary>
    /// <returns>False if the source ends within it.</returns>
    internal static bool Read(ReadOnlySpan<char> html, ref int at, out HtmlAttribute attribute)
    {
        attribute = default;
        var name = at;

        // A '=' where a name should begin is a part of it.
        var length = html[(name + 1)..].IndexOfAny(HtmlCharacters.AttributeNameEnd);
        if (length < 0) return Cut(html, ref at);
        length++;
        at = name + length;

        var equals = at;
        while (equals < html.Length && HtmlCharacters.IsSpace(html[equals])) equals++;
        if (equals >= html.Length) return Cut(html, ref at);
        if (html[equals] != '=')
        {
            attribute = new HtmlAttribute(name, length, at, 0);
            return true;
        }

        at = equals + 1;
        while (at < html.Length && HtmlCharacters.IsSpace(html[at])) at++;
        if (at >= html.Length) return Cut(html, ref at);

        var quote = html[at];
        if (quote is '"' or '\'')
        {
            var value = ++at;
            var end = html[value..].IndexOf(quote);
            if (end < 0) return Cut(html, ref at);
            attribute = new HtmlAttribute(name, length, value, end);
            at = value + end + 1;
            return true;
        }

        var unquoted = html[at..].IndexOfAny(HtmlCharacters.UnquotedValueEnd);
        if (unquoted < 0) return Cut(html, ref at);
        attribute = new HtmlAttribute(name, length, at, unquoted);
        at += unquoted;
        return true;
    }

    private static bool Cut(ReadOnlySpan<char> html, ref int at)
    {
        at = html.Length;
        return false;
    }
}
