using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Sanitizing;

namespace HelpDesk.Email.Html;

/// <summary>Makes the HTML of a stranger's mail harmless for a page that shows it. Thread-safe.</summary>
/// <remarks>
/// Elements, attributes and CSS properties stay only if they are on a list; what is written is balanced, and written
/// by this class alone, so that a browser builds from it just the elements that were meant. Nothing in it loads,
/// runs or navigates by itself or leaves its place on the page. Links go to <c>http</c>, <c>https</c>,
/// <c>mailto</c> or <c>tel</c> addresses and carry <c>rel="noopener noreferrer nofollow"</c>. Classes, ids and names
/// go, so that the mail can't borrow the page's styles or scripts. The page should still give it a box of its own
/// with <c>overflow</c>.
/// </remarks>
public static class SafeHtml
{
    private static readonly ImageRules Default = RulesOf(new SafeHtmlOptions());

    /// <summary>
    /// Sanitises a document or a piece of one. Never fails, and takes time in proportion to the length, whatever
    /// stands in it. Doing it twice changes nothing. Elements within each other deeper than 256 are taken out of
    /// their elements, with all their text.
    /// </summary>
    /// <param name="html">The HTML, decoded to characters.</param>
    /// <param name="options">What to do with images, or null for the defaults.</param>
    /// <returns>A fragment of HTML to stand within a block element; empty if nothing is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="html"/> is null.</exception>
    public static string Sanitize(string html, SafeHtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var visitor = new SanitizingVisitor(html.Length, options is null ? Default : RulesOf(options));
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

    private static ImageRules RulesOf(SafeHtmlOptions options) => new(
        options.RemoteImages == RemoteImages.Show,
        options.RemoteImages == RemoteImages.Hold,
        options.KeepDataImages,
        options.ResolveContentId);
}
