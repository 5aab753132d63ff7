namespace HelpDesk.Email.Html.Tokens;

/// <summary>Finds the end tag that closes raw text (WHATWG HTML, sections 13.2.5.2 to 13.2.5.5 and 13.2.5.9 to 13.2.5.31).</summary>
internal static class RawTextScanner
{
    /// <summary>Where the closing end tag begins, or the end of the source.</summary>
    internal static int FindEnd(ReadOnlySpan<char> html, int at, RawText mode, ElementId element)
    {
        if (mode == RawText.ToEnd) return html.Length;
        var name = ElementNames.NameOf(element);
        if (mode == RawText.Script) return FindScriptEnd(html, at, name);
        while (true)
        {
            var next = html[at..].IndexOf("</");
            if (next < 0) return html.Length;
            at += next;
            if (IsTagName(html[(at + 2)..], name)) return at;
            at += 2;
        }
    }

    private static int FindScriptEnd(ReadOnlySpan<char> html, int at, ReadOnlySpan<char> name)
    {
        var isEscaped = false;
        var isDoubleEscaped = false;
        while (true)
        {
            var next = isEscaped ? html[at..].IndexOfAny('<', '-') : html[at..].IndexOf('<');
            if (next < 0) return html.Length;
            at += next;
            var rest = html[at..];
            if (rest[0] == '-')
            {
                if (rest.StartsWith("-->"))
                {
                    isEscaped = isDoubleEscaped = false;
                    at += 3;
                }
                else
                {
                    at++;
                }
            }
            else if (rest.StartsWith("</") && IsTagName(rest[2..], name))
            {
                if (!isDoubleEscaped) return at;
                isDoubleEscaped = false;
                at += 2;
            }
            else if (isEscaped && !isDoubleEscaped && IsTagName(rest[1..], name))
            {
                isDoubleEscaped = true;
                at++;
            }
            else if (!isEscaped && rest.StartsWith("<!--"))
            {
                // The dashes that open may be the dashes that close: <!-->.
                isEscaped = true;
                at += 2;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsTagName(ReadOnlySpan<char> rest, ReadOnlySpan<char> name) =>
        rest.Length > name.Length
        && (HtmlCharacters.IsSpace(rest[name.Length]) || rest[name.Length] is '/' or '>')
        && rest[..name.Length].Equals(name, StringComparison.OrdinalIgnoreCase);
}
