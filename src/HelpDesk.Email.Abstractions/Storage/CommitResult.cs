namespace HelpDesk.Email.Storage;

/// <summary>The answer to a commit.</summary>
/// <param name="Status">How it ended.</param>
public sealed record CommitResult(CommitStatus Status)
{
    /// <summary>The row that has the reservation, when it is taken.</summary>
    public JournalEntry? Holder { get; init; }

    /// <summary>
    /// Whether a limit stopped a mail of a <see cref="FinishCommit"/>, so that its row is <see cref="OutboxState.Throttled"/>.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the store does not say so, and the engine asks the outbox.</value>
    public bool? HasThrottled { get; init; }

    /// <summary>The commit stands.</summary>
    public static CommitResult Committed { get; } = new(CommitStatus.Committed);

    /// <summary>The claim no longer holds.</summary>
    public static CommitResult ClaimLost { get; } = new(CommitStatus.ClaimLost);
}
