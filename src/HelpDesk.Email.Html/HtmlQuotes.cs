using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Quotes.Cutting;
using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html;

/// <summary>Parts a reply in HTML from the history that mail programs put below it. Thread-safe.</summary>
/// <remarks>
/// Elements tell most: the marks of mail programs, block quotes, Outlook's header blocks. Words in some forty
/// languages tell the rest: "On ... Ann wrote:", "-----Original Message-----"; and so do signs (<c>&gt;</c>) before
/// each line. Answers below a quotation stay, and so do quotations with several answers between them, for without the
/// questions they would mean little. Of a forwarded mail nothing is cut, and nothing at all where only white space
/// would be left.
/// </remarks>
public static class HtmlQuotes
{
    private static readonly QuotesOptions Default = new();

    /// <summary>
    /// Parts the HTML of a mail. Never fails, and takes time in proportion to the length, whatever stands in it.
    /// </summary>
    /// <param name="html">The HTML, decoded to characters.</param>
    /// <param name="options">What else is known, or null.</param>
    /// <returns>The parts, and where the quotations stood.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="html"/> is null.</exception>
    public static HtmlReply Split(string html, QuotesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        options ??= Default;
        var parts = options.IsForwarded ? MailParts.Whole(html) : Part(html, options);
        return new HtmlReply(parts.Reply, parts.Quoted, parts.Signature, parts.Quotes, parts.HasAnsweredQuotes);
    }

    private static MailParts Part(string html, QuotesOptions options)
    {
        using var tree = new QuoteTree();
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

        return MailParts.Of(html, tree, options.Delimiters, options.CutSignatures);
    }
}
