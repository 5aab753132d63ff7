using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Tickets;

/// <summary>Answers of <see cref="ITicketQueries"/> that can be found by reading tickets one after the other.</summary>
internal static class TicketScan
{
    private const int Youngest = 10_000;

    public static async ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(ITicketQueries tickets, string ticketNumber, int limit, CancellationToken cancellationToken)
    {
        var newest = new Queue<TicketEntry>();
        await foreach (var entry in tickets.EntriesAsync(ticketNumber, cancellationToken).ConfigureAwait(false))
        {
            newest.Enqueue(entry);
            if (newest.Count > limit)
            {
                newest.Dequeue();
            }
        }

        return [.. newest];
    }

    public static async IAsyncEnumerable<IdleTicket> IdleSinceAsync(ITicketQueries tickets, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var idle = new List<IdleTicket>();
        await foreach (var ticket in tickets.ListAsync(Youngest, cancellationToken).ConfigureAwait(false))
        {
            if (ticket is { Status: not TicketStatus.Closed, IsLocked: false, MergedInto: null }
                && await LastMessageAsync(tickets, ticket, cancellationToken).ConfigureAwait(false) is { } last && last.At < before)
            {
                idle.Add(new IdleTicket(ticket, last));
            }
        }

        foreach (var each in idle.OrderBy(each => each.LastMessage.At))
        {
            yield return each;
        }
    }

    public static async IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(ITicketQueries tickets, DateTimeOffset after, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var closed = new List<TicketSnapshot>();
        await foreach (var ticket in tickets.ListAsync(Youngest, cancellationToken).ConfigureAwait(false))
        {
            if (ticket is { Status: TicketStatus.Closed, ClosedAt: { } at } && at > after && at <= until)
            {
                closed.Add(ticket);
            }
        }

        foreach (var ticket in closed.OrderBy(ticket => ticket.ClosedAt))
        {
            yield return ticket;
        }
    }

    private static async ValueTask<TicketEntry?> LastMessageAsync(ITicketQueries tickets, TicketSnapshot ticket, CancellationToken cancellationToken)
    {
        TicketEntry? last = null;
        await foreach (var entry in tickets.EntriesAsync(ticket.Number, cancellationToken).ConfigureAwait(false))
        {
            last = entry is { Kind: EntryKind.Message, Visibility: EntryVisibility.Public } ? entry : last;
        }

        return last;
    }
}
