using HelpDesk.Email.Html.Quotes.Cutting;
using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html;

/// <summary>Parts a reply in plain text from the history that mail programs put below it. Thread-safe.</summary>
/// <remarks>
/// Signs before each line (<c>&gt;</c>) tell history, and so do words in some forty languages: "On ... Ann wrote:"
/// in up to five lines, "-----Original Message-----", blocks of header fields. Answers below a quotation stay, and so
/// do quotations with several answers between them and those that nobody introduces, for the author has put them
/// there. Of a forwarded mail only the header goes, and only where nothing stands above it. Nothing is cut where only
/// white space would be left.
/// </remarks>
public static class TextQuotes
{
    private static readonly QuotesOptions Default = new();

    /// <summary>
    /// Parts the text of a mail. Never fails, and takes time in proportion to the length, whatever stands in it.
    /// </summary>
    /// <param name="text">The text, its lines ending in <c>\n</c> or <c>\r\n</c>; format=flowed already undone.</param>
    /// <param name="options">What else is known, or null.</param>
    /// <returns>The parts, and where the quotations stood.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TextReply Split(string text, QuotesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= Default;
        var parts = options.IsForwarded ? MailParts.Whole(text) : Part(text, options);
        return new TextReply(text, parts.Reply, parts.Signature, parts.Quotes, parts.HasAnsweredQuotes);
    }

    private static MailParts Part(string text, QuotesOptions options)
    {
        using var tree = new QuoteTree();
        TextTreeBuilder.Build(text, tree);
        return MailParts.Of(text, tree, options.Delimiters, options.CutSignatures);
    }
}
