namespace HelpDesk.Email.Storage;

/// <summary>A row of the outbox as it stands.</summary>
/// <param name="Id">Its number, ascending.</param>
/// <param name="MessageId">The Message-ID of the mail.</param>
/// <param name="Recipients">The recipients and how far each has come.</param>
public sealed record OutboxEntry(long Id, string MessageId, IReadOnlyList<OutboxRecipient> Recipients)
{
    /// <summary>The journal row it follows from.</summary>
    public long JournalId { get; init; }

    /// <summary>The template it was made from, or empty.</summary>
    public string Template { get; init; } = string.Empty;

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The ticket it belongs to, or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>The outgoing account.</summary>
    public string Account { get; init; } = "default";

    /// <summary>The envelope sender; empty for <c>&lt;&gt;</c>.</summary>
    public string ReversePath { get; init; } = string.Empty;

    /// <summary>How far it has come.</summary>
    public OutboxState State { get; init; }

    /// <summary>How often it was handed to a transport.</summary>
    public int Attempts { get; init; }

    /// <summary>How many attempts ended with their process while the mail was sent alone.</summary>
    public int LostAttempts { get; init; }

    /// <summary>Whether reports on its delivery are wanted; not those on an automatic answer.</summary>
    public bool WantsReports { get; init; } = true;

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is tried: when it was written, or queued again.</summary>
    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not sent before this.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>When the last attempt ended, or <see langword="null"/>.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>What went wrong last, or <see langword="null"/>.</summary>
    public string? LastError { get; init; }
}
