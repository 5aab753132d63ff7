namespace HelpDesk.Email.Storage;

/// <summary>How much work waited at one moment.</summary>
public sealed record MailBacklog
{
    /// <summary>How many rows of the journal are not finished.</summary>
    public long UnfinishedRows { get; init; }

    /// <summary>When the first of them (the one with the lowest id) was received; <see langword="null"/> when there is none.</summary>
    public DateTimeOffset? OldestUnfinished { get; init; }

    /// <summary>How many mails of the outbox are neither sent nor given up.</summary>
    public long OpenMails { get; init; }

    /// <summary>
    /// Since when the one of them that is due longest is due (its <see cref="OutboxEntry.NotBefore"/>), claimed or not;
    /// <see langword="null"/> when none is due.
    /// </summary>
    public DateTimeOffset? OldestDueMail { get; init; }
}
