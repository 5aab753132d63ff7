using HelpDesk.Email.Configuration;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Content;

/// <summary>Tells the reply from what it quotes and from its signature. Linear; never loses a word.</summary>
/// <remarks>
/// Where the mail has HTML, that decides, for it says more; where the plain text beside it says the same, the reply's
/// text is taken from there, for it has the addresses of links and the author's own lines.
/// </remarks>
internal static class ReplyText
{
    /// <summary>Takes the body of a mail apart.</summary>
    public static ReplyParts Split(InboundMail mail, ReplyParsingOptions settings)
    {
        var options = new QuotesOptions
        {
            Delimiters = [.. settings.Delimiters.Where(delimiter => !string.IsNullOrWhiteSpace(delimiter))],
            CutSignatures = settings.CutSignatures,
            IsForwarded = ForwardedSubjects.IsForwarded(mail.Subject),
        };
        if (mail.UnsafeHtml is not { } html)
        {
            return OfText(mail.Text, options);
        }

        var parts = OfHtml(html, options);
        if (!mail.HasOwnText)
        {
            return parts;
        }

        var text = OfText(mail.Text, options);
        if (parts.Reply.Length == 0 && text.Reply.Length > 0)
        {
            // Nothing is to be seen in the HTML but images.
            return text with { UnsafeHtml = parts.UnsafeHtml };
        }

        // HTML that has no history, and says less, is not what the author saw.
        var isLess = parts.Quoted.Length == 0 && parts.Signature.Length == 0 && SameWords.Begins(text.Reply, parts.Reply);
        return isLess || SameWords.Are(text.Reply, parts.Reply) ? text with { UnsafeHtml = parts.UnsafeHtml } : parts;
    }

    private static ReplyParts OfText(string text, QuotesOptions options)
    {
        var reply = TextQuotes.Split(text, options);
        return new ReplyParts(Lines(reply.Reply), Lines(reply.Quoted), Lines(reply.Signature)) { Evidence = Told(reply.Quotes) };
    }

    private static ReplyParts OfHtml(string html, QuotesOptions options)
    {
        var reply = HtmlQuotes.Split(html, options);

        // The signs are for telling two voices from each other; where only one speaks they would be in the way.
        var text = HtmlText.Convert(reply.ReplyHtml, new HtmlTextOptions { MarkQuotes = reply.HasAnsweredQuotes });
        return new ReplyParts(Lines(text), Lines(HtmlText.Convert(reply.QuotedHtml)), Lines(HtmlText.Convert(reply.SignatureHtml)))
        {
            UnsafeHtml = reply.ReplyHtml,
            Evidence = Told(reply.Quotes),
        };
    }

    private static string[] Told(IReadOnlyList<QuotedPiece> quotes) => [.. quotes.Select(quote => quote.Evidence).Distinct(StringComparer.Ordinal)];

    // Without empty lines at its ends; the first line keeps its indentation.
    private static string Lines(string text)
    {
        var end = text.AsSpan().TrimEnd().Length;
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (start >= end)
        {
            return string.Empty;
        }

        start = text.LastIndexOf('\n', start) + 1;
        return text[start..end];
    }
}
