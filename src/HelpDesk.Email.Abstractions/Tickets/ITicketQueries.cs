using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>What a ticket store can also do when it can list its tickets: pages, lists, auto-close, surveys, reports.</summary>
/// <remarks>
/// The last two members have a default that reads the youngest 10,000 tickets and the entries of those that count, and
/// <see cref="NewestEntriesAsync"/> has one that reads all entries of the ticket. A store with many tickets has queries of its
/// own for them.
/// </remarks>
public interface ITicketQueries
{
    /// <summary>Tickets, the youngest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The tickets of one requester, the youngest first.</summary>
    /// <param name="requester">Who asked for them; compared without case.</param>
    /// <param name="since">Made at this moment or later.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>The entries of a ticket, the oldest first; none for an unknown number.</summary>
    IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, CancellationToken cancellationToken);

    /// <summary>The newest entries of a ticket, the oldest of them first; none for an unknown number. Asked for each mail to an agent, so it must not take longer for a ticket with many entries.</summary>
    /// <param name="ticketNumber">The number of the ticket.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(string ticketNumber, int limit, CancellationToken cancellationToken) => TicketScan.NewestEntriesAsync(this, ticketNumber, limit, cancellationToken);

    /// <summary>Tickets that are not closed and whose last public message is older than a moment, the longest silent first. Tickets without such a message are left out, and so are locked and merged ones.</summary>
    /// <param name="before">The moment, excluded.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<IdleTicket> IdleSinceAsync(DateTimeOffset before, CancellationToken cancellationToken) => TicketScan.IdleSinceAsync(this, before, cancellationToken);

    /// <summary>Tickets that are closed and were closed within a time, in the order in which they were.</summary>
    /// <param name="after">Later than this.</param>
    /// <param name="until">Not later than this.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) => TicketScan.ClosedBetweenAsync(this, after, until, cancellationToken);
}
