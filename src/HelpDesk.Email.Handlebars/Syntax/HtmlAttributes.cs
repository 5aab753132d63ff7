namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Reads the attributes of an element as browsers do.</summary>
internal static class HtmlAttributes
{
    /// <summary>Tells each attribute with where it starts.</summary>
    /// <returns>What follows the element.</returns>
    public static int Read(string html, int at, Action<int, string, string> tell)
    {
        while (true)
        {
            while (at < html.Length && (char.IsWhiteSpace(html[at]) || html[at] is '/' or '=' or '"' or '\''))
            {
                at++;
            }

            if (at >= html.Length || html[at] == '>')
            {
                return Math.Min(at + 1, html.Length);
            }

            var start = at;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('/' or '>' or '='))
            {
                at++;
            }

            var name = html[start..at];
            tell(start, name, ReadValue(html, ref at));
        }
    }

    private static string ReadValue(string html, ref int at)
    {
        var ahead = SkipSpace(html, at);
        if (ahead >= html.Length || html[ahead] != '=')
        {
            return string.Empty;
        }

        at = SkipSpace(html, ahead + 1);
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var end = html.IndexOf(html[at], at + 1);
            var quoted = html[(at + 1)..(end < 0 ? html.Length : end)];
            at = end < 0 ? html.Length : end + 1;
            return quoted;
        }

        var start = at;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>')
        {
            at++;
        }

        return html[start..at];
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        return at;
    }
}
