namespace HelpDesk.Email.Storage;

/// <summary>Any state to Finished, with all that follows, in one transaction; ends the claim.</summary>
/// <param name="Outcome">What became of the row.</param>
/// <param name="Trace">The whole trace.</param>
public sealed record FinishCommit(JournalOutcome Outcome, string Trace) : JournalCommit
{
    /// <summary>The ticket it belongs to, or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>The row it is a copy of, or <see langword="null"/>.</summary>
    public long? DuplicateOf { get; init; }

    /// <summary>Message-IDs that belong to a ticket from now on, whatever they belonged to before.</summary>
    public IReadOnlyList<IndexedMessage> Index { get; init; } = [];

    /// <summary>Mail to be sent.</summary>
    public IReadOnlyList<NewOutboxEntry> Outbox { get; init; } = [];

    /// <summary>What reports say of recipients of mail that was sent.</summary>
    /// <remarks>
    /// Where the mail bounced, a recipient who accepted it has failed, and a row in Sent that nobody has accepted any more is Failed.
    /// A row that is being sent keeps its state until its delivery is committed: the recipient fails then.
    /// </remarks>
    public IReadOnlyList<RecipientReport> Reports { get; init; } = [];

    /// <summary>Addresses that get no mail from now on, in place of what was known of them.</summary>
    public IReadOnlyList<SuppressedAddress> Suppressed { get; init; } = [];

    /// <summary>Addresses that get mail again.</summary>
    public IReadOnlyList<string> Lifted { get; init; } = [];

    /// <summary>Events to be told to the host.</summary>
    public IReadOnlyList<NewHostEvent> Events { get; init; } = [];
}
