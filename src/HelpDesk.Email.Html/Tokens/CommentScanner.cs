namespace HelpDesk.Email.Html.Tokens;

/// <summary>Finds the ends of comments and declarations (WHATWG HTML, sections 13.2.5.41 to 13.2.5.68).</summary>
internal static class CommentScanner
{
    /// <summary>The place behind a comment whose text begins at <paramref name="at"/>, after its two dashes.</summary>
    internal static int End(ReadOnlySpan<char> html, int at)
    {
        var rest = html[at..];
        if (rest.StartsWith(">")) return at + 1;
        if (rest.StartsWith("->")) return at + 2;
        while (true)
        {
            var dashes = html[at..].IndexOf("--");
            if (dashes < 0) return html.Length;
            at += dashes + 2;

            // However many dashes stand here, only what follows the last of them matters.
            while (at < html.Length && html[at] == '-') at++;
            if (at >= html.Length) return html.Length;
            if (html[at] == '>') return at + 1;
            if (html[at] == '!' && at + 1 < html.Length && html[at + 1] == '>') return at + 2;
        }
    }

    /// <summary>The place behind a bogus comment: after the next '&gt;'.</summary>
    internal static int BogusEnd(ReadOnlySpan<char> html, int at)
    {
        var end = html[at..].IndexOf('>');
        return end < 0 ? html.Length : at + end + 1;
    }

    /// <summary>The place behind a doctype. A '&gt;' ends it wherever it stands, even within its quotes.</summary>
    internal static int DoctypeEnd(ReadOnlySpan<char> html, int at) => BogusEnd(html, at);
}
