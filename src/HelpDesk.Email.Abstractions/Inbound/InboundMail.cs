using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Inbound;

/// <summary>A mail as it is understood. Immutable.</summary>
public sealed record InboundMail
{
    /// <summary>Its Message-ID with angle brackets; one made of the octets' hash where the mail has none.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whether <see cref="MessageId"/> stood in the mail.</summary>
    public bool HasOwnMessageId { get; init; }

    /// <summary>All header fields in their order.</summary>
    public IReadOnlyList<InboundHeader> Headers { get; init; } = [];

    /// <summary>The addresses of From that can be read.</summary>
    public IReadOnlyList<EmailAddress> From { get; init; } = [];

    /// <summary>The addresses of Reply-To: where an answer of a person goes, and never who somebody is.</summary>
    public IReadOnlyList<EmailAddress> ReplyTo { get; init; } = [];

    /// <summary>The addresses of To.</summary>
    public IReadOnlyList<EmailAddress> To { get; init; } = [];

    /// <summary>The addresses of Cc.</summary>
    public IReadOnlyList<EmailAddress> Cc { get; init; } = [];

    /// <summary>The decoded subject; empty when there is none.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The Date field, or <see langword="null"/>.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The ids of In-Reply-To.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The ids of References, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The plain text of the whole body, from its text or else from its HTML; <c>\n</c> line ends.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Whether <see cref="Text"/> stood in the mail, and was not made of its HTML.</summary>
    public bool HasOwnText { get; init; }

    /// <summary>The HTML of the body as it came, decoded and unsafe; or <see langword="null"/>.</summary>
    public string? UnsafeHtml { get; init; }

    /// <summary>The parts that are not the body.</summary>
    public IReadOnlyList<InboundAttachment> Attachments { get; init; } = [];

    /// <summary>The Message-ID of the mail that a report is about, or <see langword="null"/>.</summary>
    public string? ReportedMessageId { get; init; }

    /// <summary>What the mail reports about the delivery of another one, or <see langword="null"/> when it is no report.</summary>
    public DeliveryReport? DeliveryReport { get; init; }

    /// <summary>
    /// What a calendar asks or says by the mail, in upper case, such as <c>REQUEST</c> or <c>REPLY</c> (RFC 5546 section 1.4);
    /// <see langword="null"/> when it is no such mail. A calendar file that is merely attached makes none.
    /// </summary>
    public string? CalendarMethod { get; init; }

    /// <summary>What is wrong with the mail, in short lower-case phrases.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>The values of a header field, in their order.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);
}
