namespace HelpDesk.Email.Storage;

/// <summary>Events that wait to be told to the host. Rows are written by <see cref="FinishCommit"/> alone.</summary>
public interface IHostEventQueue
{
    /// <summary>Claims the oldest events that are due; never one whose ticket has an older event that is not told.</summary>
    ValueTask<IReadOnlyList<HostEventClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Ends a claim: told, and gone; or to be told again, not before a time.</summary>
    /// <remarks>A claim holds until it is ended or the event is claimed again, also after its lease ended.</remarks>
    /// <param name="claim">The claim.</param>
    /// <param name="retryAt"><see langword="null"/> when it was told.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="false"/> when the claim no longer holds.</returns>
    ValueTask<bool> CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt, CancellationToken cancellationToken);
}
