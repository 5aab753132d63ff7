using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Storage;

/// <summary>What is stored beside the octets of a mail, read once when it is received.</summary>
/// <param name="MessageId">Its Message-ID with angle brackets; one made of the octets' hash where the mail has none.</param>
public sealed record MailFacts(string MessageId)
{
    /// <summary>The ids of In-Reply-To, angle brackets included (RFC 5322 section 3.6.4).</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The ids of References, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The first address of From, or <see langword="null"/> when none can be read.</summary>
    public EmailAddress? From { get; init; }

    /// <summary>The decoded subject, at most 998 characters of it.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The Date field, or <see langword="null"/>.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>SHA-256 of the body with line ends and trailing white space evened out: equal for two copies of one mail that came by different ways.</summary>
    public string BodyDigest { get; init; } = string.Empty;
}
