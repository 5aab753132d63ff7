using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Storage;

/// <summary>Mail on its way out. Rows are written by <see cref="FinishCommit"/> alone.</summary>
public interface IOutbox
{
    /// <summary>Claims the oldest rows that are due, in <see cref="OutboxState.Ready"/>, or in <see cref="OutboxState.Sending"/> under a lease that ended.</summary>
    /// <remarks>
    /// A row that is found in Sending is in doubt (<see cref="OutboxClaim.InDoubt"/>), and is sent alone. If it is found there again,
    /// after a claim in doubt under which it was sent once more, <see cref="OutboxEntry.LostAttempts"/> grows by one; and when
    /// <see cref="IMailStore.JoinAsync"/> takes such a claim back the row rests: for 30 seconds, twice as long for each attempt that
    /// was lost before, and 5 minutes at most. A mail that takes its process along thus leaves time to all others, and one that is
    /// sent while processes are killed for other reasons has not failed by that. The other rows of a claim, which are still Ready,
    /// are due at once, as if they had not been claimed.
    /// </remarks>
    ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(OutboxClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Lengthens leases that are still held; those that are not are passed over.</summary>
    ValueTask RenewAsync(IReadOnlyList<OutboxClaim> claims, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Makes one transition of a row, if the claim still holds; see the kinds of <see cref="OutboxCommit"/>.</summary>
    /// <remarks>
    /// A claim holds until a commit ends it or the row is claimed again, also after its lease ended: what was sent is better
    /// noted late than sent twice.
    /// </remarks>
    /// <returns><see langword="false"/> when it does not, or the row is in another state: nothing was written.</returns>
    ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken);

    /// <summary>Finds rows, the youngest first.</summary>
    ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken);

    /// <summary>Puts a row back to Ready, due at once, as if it had just been written; recipients that accepted it stay accepted.</summary>
    /// <remarks>
    /// From Failed, Doubtful, Throttled and Suppressed, and from Sent where a recipient failed. All others are
    /// pending again, without their reports; the attempts start at zero, and <see cref="OutboxEntry.QueuedAt"/> is now.
    /// </remarks>
    /// <returns><see langword="false"/> when there is no such row, it is in another state, or it has no octets: nothing was written.</returns>
    ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken);

    /// <summary>Ends a row that nobody holds as Discarded: from Ready, Failed, Doubtful, Throttled and Suppressed.</summary>
    /// <param name="id">The row.</param>
    /// <param name="reason">Why; becomes <see cref="OutboxEntry.LastError"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="false"/> when there is no such row, it is in another state, or somebody holds it: nothing was written.</returns>
    ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken);

    /// <summary>The octets of a row; <see langword="null"/> when it has none, lost them to <see cref="IMailRetention.PurgeSentMailAsync"/>, or does not exist.</summary>
    ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken);
}
