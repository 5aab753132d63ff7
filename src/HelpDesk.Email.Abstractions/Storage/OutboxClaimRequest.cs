namespace HelpDesk.Email.Storage;

/// <summary>Which mail of the outbox a worker asks for.</summary>
/// <param name="Node">Who claims: the name given by <see cref="IMailStore.JoinAsync"/>.</param>
/// <param name="Max">How many rows at most.</param>
/// <param name="Lease">For how long; <see cref="IOutbox.RenewAsync"/> lengthens it.</param>
public sealed record OutboxClaimRequest(string Node, int Max, TimeSpan Lease)
{
    /// <summary>The outgoing accounts whose rows are left, without case: nothing can be sent by them now.</summary>
    public IReadOnlyCollection<string> ExceptAccounts { get; init; } = [];

    /// <summary>
    /// For how long after it was written (or queued again) an unfinished row holds back younger rows of the same ticket to the same
    /// recipient, without case. A row that was never tried and is not due yet holds nothing back. A row with several recipients
    /// keeps its place among all rows of its ticket.
    /// </summary>
    /// <value>The default is zero: no order is kept but that of the claims.</value>
    public TimeSpan KeepOrderFor { get; init; }
}
