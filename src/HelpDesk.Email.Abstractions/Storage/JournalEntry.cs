namespace HelpDesk.Email.Storage;

/// <summary>A row of the journal as it stands.</summary>
/// <param name="Id">Its number, ascending in the order of commits, never used again.</param>
/// <param name="Mailbox">The mailbox it came to.</param>
/// <param name="Receipt">What the place it came from calls it.</param>
/// <param name="Facts">What was read from its octets.</param>
public sealed record JournalEntry(long Id, string Mailbox, string Receipt, MailFacts Facts)
{
    /// <summary>Where it comes from.</summary>
    public JournalOrigin Origin { get; init; }

    /// <summary>How far it has come.</summary>
    public JournalState State { get; init; }

    /// <summary>What became of it.</summary>
    public JournalOutcome Outcome { get; init; }

    /// <summary>The id under which its decision is applied; a decision that was given up leaves its id behind.</summary>
    public Guid OperationId { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The envelope sender: empty for <c>&lt;&gt;</c>, <see langword="null"/> when not known.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The envelope recipients, where known.</summary>
    public IReadOnlyList<string> EnvelopeRecipients { get; init; } = [];

    /// <summary>How many octets it has.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the octets, lower-case hexadecimal.</summary>
    public string ContentHash { get; init; } = string.Empty;

    /// <summary>Whether the place it came from must still be told.</summary>
    public bool NeedsAcknowledgement { get; init; }

    /// <summary>
    /// Counted attempts, the running one included, since the row was written or replayed, or, once there is one, since its
    /// result was committed.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>How often a decision was given up since the row was written or last deferred for conflicts.</summary>
    public int Conflicts { get; init; }

    /// <summary>Not claimed before this.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Since when it waits for another row, or <see langword="null"/>.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The committed decision as the engine wrote it, or <see langword="null"/>.</summary>
    public string? Decision { get; init; }

    /// <summary>The ticket store's result as the engine wrote it, or <see langword="null"/>.</summary>
    public string? Result { get; init; }

    /// <summary>The trace as the engine wrote it, or <see langword="null"/>.</summary>
    public string? Trace { get; init; }

    /// <summary>The ticket it belongs to, or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>The row it is a copy of, or <see langword="null"/>.</summary>
    public long? DuplicateOf { get; init; }

    /// <summary>When it was finished, or <see langword="null"/>.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
