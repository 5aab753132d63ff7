using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Explaining;

/// <summary>What the engine understands of one mail, before it knows of any ticket. Immutable.</summary>
/// <remarks>Text is decoded, with <c>\n</c> line ends. What a mail does not have is <see langword="null"/>; lists may be empty.</remarks>
public sealed record MailExplanation
{
    /// <summary>Why the octets can't be taken for a mail at all, or <see langword="null"/>: then they are one, however damaged.</summary>
    public string? NoMailReason { get; init; }

    /// <summary>The Message-ID with its angle brackets; <see langword="null"/> where it is missing or rubbish.</summary>
    public string? MessageId { get; init; }

    /// <summary>The identifiers of In-Reply-To, each with its angle brackets.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The identifiers of References, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The author: of several the first whose address can be read.</summary>
    public MailAddressBox? From { get; init; }

    /// <summary>Who sent the mail for its author (RFC 5322 section 3.6.2).</summary>
    public MailAddressBox? Sender { get; init; }

    /// <summary>Where answers are to go; never a proof of identity.</summary>
    public IReadOnlyList<MailAddressBox> ReplyTo { get; init; } = [];

    /// <summary>The addressees, groups flattened to their members.</summary>
    public IReadOnlyList<MailAddressBox> To { get; init; } = [];

    /// <summary>The addressees of copies, groups flattened to their members.</summary>
    public IReadOnlyList<MailAddressBox> Cc { get; init; } = [];

    /// <summary>The reverse path that the last server wrote down (RFC 5321 section 4.4); empty for <c>&lt;&gt;</c>.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>The decoded subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The Date with its offset.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The whole body as plain text, from the HTML where there is no other.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The HTML of the body as it came: not safe to show.</summary>
    public string? UnsafeHtml { get; init; }

    /// <summary>The same, safe to show: nothing in it loads or runs anything.</summary>
    public string? SanitizedHtml { get; init; }

    /// <summary>What the person wrote, without quotation and signature.</summary>
    public string Reply { get; init; } = string.Empty;

    /// <summary>What was cut as quotation.</summary>
    public string Quoted { get; init; } = string.Empty;

    /// <summary>What was cut as signature.</summary>
    public string Signature { get; init; } = string.Empty;

    /// <summary>Every part that is neither body nor an alternative of it, in order.</summary>
    public IReadOnlyList<ExplainedAttachment> Attachments { get; init; } = [];

    /// <summary>What sort of mail it is, and why.</summary>
    public MailClassification Classification { get; init; } = new(MailKind.Human, MayRespond: false, []);

    /// <summary>What a well-formed delivery report (RFC 3464) in it says; <see langword="null"/> for every other mail.</summary>
    public ExplainedReport? DeliveryReport { get; init; }

    /// <summary>The ticket numbers behind the prefix in the subject, in their order; whether there are such tickets is not asked.</summary>
    public IReadOnlyList<string> SubjectTags { get; init; } = [];

    /// <summary>The commands in the subject, in their order; whether the sender may give them is not asked.</summary>
    public IReadOnlyList<SubjectCommand> Commands { get; init; } = [];

    /// <summary>What is wrong with the mail, in short phrases that quote nothing of it.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];
}
