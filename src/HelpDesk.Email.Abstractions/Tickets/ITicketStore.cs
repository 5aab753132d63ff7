using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>The tickets of the host. Two members are an integrator's minimum.</summary>
/// <remarks>
/// <para>Called from several threads and, with a shared mail store, from several processes at once.</para>
/// <para>Throw <see cref="StoreUnavailableException"/> when a retry may help (database away, lock timeout): the mail is
/// deferred and nothing counts against it. Any other exception counts as an attempt; after three the mail is quarantined.</para>
/// <para>The rules are held by the conformance suite of <c>HelpDesk.Email.Testing</c>.</para>
/// </remarks>
public interface ITicketStore
{
    /// <summary>Finds tickets. Those that don't exist are left out; the order does not matter.</summary>
    ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken);

    /// <summary>Applies a change, atomically and once.</summary>
    /// <remarks>
    /// In this order, in one transaction: (1) look <see cref="TicketChange.OperationId"/> up; if known, return the result
    /// recorded with it, whatever the change says now. (2) For an empty change record <see cref="ApplyStatus.Void"/>
    /// (kept at least 30 days) and return it. (3) If the ticket is gone, or has another version than expected, return
    /// <see cref="ApplyStatus.Conflict"/> and record nothing. (4) Make the change and record its result under the id, for
    /// as long as the entry lives. Two calls at once with one id give one effect and one result.
    /// </remarks>
    ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken);
}
