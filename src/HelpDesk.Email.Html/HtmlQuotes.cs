using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Quotes;

namespace HelpDesk.Email.Html;

/// <summary>Parts a reply from the history that mail programs put below it. Thread-safe.</summary>
/// <remarks>
/// Elements tell most: the marks of mail programs, block quotes, Outlook's header blocks. Words in some forty
/// languages tell the rest: "On ... Ann wrote:", "-----Original Message-----". Answers below a quotation stay, and
/// so do quotations with answers between them, for without the questions they would mean little. Of a forwarded mail
/// nothing is cut, and nothing at all where only white space would be left.
/// </remarks>
public static class HtmlQuotes
{
    private static readonly HtmlQuotesOptions Default = new();

    /// <summary>
    /// Parts the HTML of a mail. Never fails, and takes time in proportion to the length, whatever stands in it.
    /// Quotations that are marked by words and signs alone (<c>&gt;</c> before each line) are left to a reader of
    /// the text.
    /// </summary>
    /// <param name="html">The HTML, decoded to characters.</param>
    /// <param name="options">What else is known, or null.</param>
    /// <returns>Both parts, and where the quotations stood.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="html"/> is null.</exception>
    public static HtmlReply Split(string html, HtmlQuotesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        options ??= Default;
        if (options.IsForwarded) return Whole(html, isInterleaved: false);
        using var tree = new QuoteTree();
        Read(html, tree);
        var finder = new QuoteFinder(tree, options.Delimiters);
        finder.Find();
        var cutter = new QuoteCutter(tree, finder);
        if (!cutter.Mark()) return Whole(html, cutter.IsInterleaved);

        var ranges = QuoteRange.Of(tree, cutter.Removed);
        var quotes = ranges.ConvertAll(range => new HtmlQuote(range.Start, range.End - range.Start, range.Evidence));
        return new HtmlReply(QuoteSlices.Without(html, ranges), QuoteSlices.Only(html, ranges, tree), quotes, cutter.IsInterleaved);
    }

    private static HtmlReply Whole(string html, bool isInterleaved) => new(html, "", [], isInterleaved);

    private static void Read(string html, QuoteTree tree)
    {
        var builder = new QuoteTreeBuilder(tree, html.Length);
        try
        {
            HtmlWalker.Walk(html, ref builder);
            builder.Finish();
        }
        finally
        {
            builder.Dispose();
        }
    }
}
