using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Storage;

/// <summary>Mail on its way out. Rows are written by <see cref="FinishCommit"/> alone.</summary>
public interface IOutbox
{
    /// <summary>Claims the oldest rows that are due, in <see cref="OutboxState.Ready"/>, or in <see cref="OutboxState.Sending"/> under a lease that ended.</summary>
    ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Makes one transition of a row, if the claim still holds; see the kinds of <see cref="OutboxCommit"/>.</summary>
    /// <remarks>
    /// A claim holds until a commit ends it or the row is claimed again, also after its lease ended: what was sent is better
    /// noted late than sent twice.
    /// </remarks>
    /// <returns><see langword="false"/> when it does not, or the row is in another state: nothing was written.</returns>
    ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken);

    /// <summary>Finds rows, the youngest first.</summary>
    ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken);

    /// <summary>The octets of a row; <see langword="null"/> when it has none, lost them to <see cref="IMailRetention.PurgeSentMailAsync"/>, or does not exist.</summary>
    ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken);
}
