using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>A decision as it stands in the journal: attachments are numbers of parts, opened from the octets when they are applied.</summary>
internal sealed record StoredDecision(StoredChange Change, Cause Cause);

/// <summary>A change as it stands in the journal.</summary>
internal sealed record StoredChange
{
    public string? TicketNumber { get; init; }

    public string? ExpectedVersion { get; init; }

    public string? Subject { get; init; }

    public EmailAddress? Requester { get; init; }

    public string? Department { get; init; }

    public TicketStatus? Status { get; init; }

    public StoredEntry? Entry { get; init; }

    public IReadOnlyList<EmailAddress> AddParticipants { get; init; } = [];

    public IReadOnlyList<EmailAddress> AddSubscribers { get; init; } = [];

    public IReadOnlyList<EmailAddress> RemoveSubscribers { get; init; } = [];

    public string? Type { get; init; }

    public string? Priority { get; init; }

    public string? Category { get; init; }

    public EmailAddress? Assignee { get; init; }

    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? LinkedTo { get; init; }
}

/// <summary>An entry as it stands in the journal.</summary>
internal sealed record StoredEntry(EmailAddress Author, string Text)
{
    public EntryKind Kind { get; init; }

    public EntryVisibility Visibility { get; init; }

    public string? Html { get; init; }

    public DateTimeOffset At { get; init; }

    public string? MessageId { get; init; }

    public long JournalId { get; init; }

    public IReadOnlyList<StoredAttachment> Attachments { get; init; } = [];
}

/// <summary>An attachment as it stands in the journal.</summary>
internal sealed record StoredAttachment(int PartIndex, string FileName, string ContentType, long Size, string Sha256, string? ContentId, bool IsInline)
{
    public string? FoundType { get; init; }

    public bool IsLogo { get; init; }
}
