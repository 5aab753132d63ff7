using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Outbox;

/// <summary>What a person does with outgoing mail: looks at it, sends it again, throws it away, lets an address have mail again. Safe on any thread.</summary>
public interface IOutboxDesk
{
    /// <summary>Finds mails, the youngest first.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached; try again later.</exception>
    ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken);

    /// <summary>Sends a mail once more to those who do not have it: one that failed, is in doubt, was throttled or was suppressed; and one that failed for some.</summary>
    /// <remarks>It goes out with the Message-ID that it had. A recipient who is still suppressed is left out again.</remarks>
    /// <returns><see langword="false"/> when there is no such mail, it waits or arrived, or its octets are gone.</returns>
    /// <exception cref="StoreUnavailableException">The store can't be reached; try again later.</exception>
    ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken);

    /// <summary>Throws a mail away that was not sent.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="reason">Why: it stands in the row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="false"/> when there is no such mail, it was sent, or it is being sent.</returns>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be reached; try again later.</exception>
    ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken);

    /// <summary>The addresses that get no mail now, in ordinal order.</summary>
    /// <param name="after">Those behind this address: the next page; <see langword="null"/> for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached; try again later.</exception>
    ValueTask<IReadOnlyList<SuppressedAddress>> ListSuppressedAsync(string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Lets an address have mail again. What was suppressed meanwhile is not sent by itself: <see cref="RequeueAsync"/> does that.</summary>
    /// <returns><see langword="false"/> when it had mail already.</returns>
    /// <exception cref="StoreUnavailableException">The store can't be reached; try again later.</exception>
    ValueTask<bool> LiftAsync(EmailAddress address, CancellationToken cancellationToken);
}
