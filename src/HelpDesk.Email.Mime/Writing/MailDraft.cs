namespace HelpDesk.Email.Mime;

/// <summary>
/// A message to be written. Blind recipients have no place here: they belong to the envelope. Immutable, safe to share.
/// </summary>
public sealed record MailDraft
{
    /// <summary>The authors; at least one.</summary>
    public IReadOnlyList<MailAddressBox> From { get; init; } = [];

    /// <summary>Who sends for the authors; needed only where there are several.</summary>
    public MailAddressBox? Sender { get; init; }

    /// <summary>Where answers are to go, if not to the authors.</summary>
    public IReadOnlyList<MailAddressBox> ReplyTo { get; init; } = [];

    /// <summary>The addressees.</summary>
    public IReadOnlyList<MailAddressBox> To { get; init; } = [];

    /// <summary>The addressees of copies.</summary>
    public IReadOnlyList<MailAddressBox> Cc { get; init; } = [];

    /// <summary>The subject; line ends and controls are taken out.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The date; null for the time of writing.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The Message-ID with its angle brackets; null for a random one. Two writings are alike only where it and the date are given.</summary>
    public string? MessageId { get; init; }

    /// <summary>The identifiers of the messages that this one answers, with angle brackets; unreadable ones are left out.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The identifiers of the conversation, oldest first, with angle brackets; of a long list the first and the last ones are kept.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Further header fields in order. Names of fields that the draft has properties for are refused, and so is Bcc.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraHeaders { get; init; } = [];

    /// <summary>The body as plain text with any line ends; null for none.</summary>
    public string? TextBody { get; init; }

    /// <summary>The body as HTML; null for none.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>Files, and images that the HTML shows.</summary>
    public IReadOnlyList<DraftAttachment> Attachments { get; init; } = [];
}
