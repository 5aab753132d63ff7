using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Text;

namespace HelpDesk.Email.Html;

/// <summary>Turns HTML into plain text as a person would see it. Thread-safe.</summary>
public static class HtmlText
{
    private static readonly HtmlTextOptions Default = new();

    /// <summary>
    /// Converts a document or a piece of one. Never fails: what is no HTML is text. Takes time in proportion to the
    /// length, whatever stands in it.
    /// </summary>
    /// <param name="html">The HTML, decoded to characters.</param>
    /// <param name="options">What to write besides the words, or null for the defaults.</param>
    /// <returns>
    /// Lines that end in <c>\n</c> (the last without), white space collapsed as a browser does, a blank line between
    /// paragraphs, <c>&gt; </c> before quoted lines, <c>- </c> or a number before the items of lists, tabulators
    /// between the cells of a table's row. Scripts, styles, comments and what the sender has hidden (no display, no
    /// height, no font size, <c>mso-hide</c>) are left out. Empty if nothing is to be seen.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="html"/> is null.</exception>
    public static string Convert(string html, HtmlTextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        options ??= Default;
        var visitor = new TextVisitor(html.Length / 2, new TextRules(options.ShowLinks, options.ShowImages, options.MarkQuotes));
        try
        {
            HtmlWalker.Walk(html, ref visitor);
            return visitor.Finish();
        }
        finally
        {
            visitor.Dispose();
        }
    }
}
