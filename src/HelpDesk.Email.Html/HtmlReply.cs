namespace HelpDesk.Email.Html;

/// <summary>A mail in HTML parted into what its author wrote and what it repeats. Immutable. No part is sanitised.</summary>
public sealed class HtmlReply
{
    internal HtmlReply(string replyHtml, string quotedHtml, string signatureHtml, IReadOnlyList<QuotedPiece> quotes, bool hasAnsweredQuotes)
    {
        ReplyHtml = replyHtml;
        QuotedHtml = quotedHtml;
        SignatureHtml = signatureHtml;
        Quotes = quotes;
        HasAnsweredQuotes = hasAnsweredQuotes;
    }

    /// <summary>The HTML without the quotations; the very same HTML where there is none. Whole elements are taken out, so it is as balanced as the source.</summary>
    public string ReplyHtml { get; }

    /// <summary>The quotations, one after the other, each of whole elements.</summary>
    /// <value>Empty if there is none.</value>
    public string QuotedHtml { get; }

    /// <summary>What was cut as signature, likewise.</summary>
    /// <value>Empty if nothing was.</value>
    public string SignatureHtml { get; }

    /// <summary>
    /// Whether quotations stayed in the reply because answers stand below them. Then the text of the reply needs
    /// its quotations marked, to tell one voice from the other.
    /// </summary>
    public bool HasAnsweredQuotes { get; }

    /// <summary>Where the quotations stood, from top to bottom, apart from each other.</summary>
    /// <value>Empty if there is none.</value>
    public IReadOnlyList<QuotedPiece> Quotes { get; }
}
