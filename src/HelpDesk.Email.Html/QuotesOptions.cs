namespace HelpDesk.Email.Html;

/// <summary>What <see cref="HtmlQuotes"/> and <see cref="TextQuotes"/> are told besides the mail. Immutable once set; instances may be shared between threads.</summary>
public sealed class QuotesOptions
{
    /// <summary>Lines that end the reply wherever they stand by themselves, compared without regard to case and to white space at their ends.</summary>
    /// <value>The default is empty. Requests to answer above a line, as help desks write them, are known without.</value>
    public IReadOnlyList<string> Delimiters { get; init; } = [];

    /// <summary>Whether signatures are cut, too.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CutSignatures { get; init; }

    /// <summary>
    /// Whether the mail is known to be forwarded, from its subject for instance: then it stays whole. Outlook
    /// marks both alike, so the body alone can't tell; forwarded mails that say so in words are recognised without.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsForwarded { get; init; }
}
