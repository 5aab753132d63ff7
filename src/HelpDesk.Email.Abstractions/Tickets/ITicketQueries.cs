using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>What a ticket store can also do when it can list its tickets: pages, lists, auto-close.</summary>
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
}
