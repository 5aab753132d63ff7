using HelpDesk.Email.InMemory;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores whose lists are wrong.</summary>
internal static class QueryDefects
{
    public static IReadOnlyList<TicketDefect> All { get; } =
    [
        new("minds no moment", _ => new() { Before = _ => DateTimeOffset.MaxValue }, "Tickets_are_idle_by_their_last_public_message_the_longest_silent_first"),
        new("gives the shortest silent first", _ => new() { Idle = idle => idle.Reverse() }, "Tickets_are_idle_by_their_last_public_message_the_longest_silent_first"),
        new("looks at whatever was written last", store => new() { Idle = idle => idle.Select(each => each with { LastMessage = LastOf(store, each) }) }, "Notes_and_internal_entries_break_no_silence"),
        new("gives closed tickets as idle", store => new() { Idle = idle => idle.Concat(Tickets(store).Select(ticket => new IdleTicket(ticket, new TicketEntry("1", ticket.Requester, string.Empty, ticket.Created)))) }, "Closed_tickets_and_those_without_a_message_are_not_idle"),
        new("remembers idle tickets as they were", _ => new() { Idle = idle => idle.Select(each => each with { Ticket = each.Ticket with { Version = "1" } }) }, "An_idle_ticket_is_given_as_it_stands"),
        new("gives one page of idle tickets", _ => new() { Idle = idle => idle.Take(50) }, "All_idle_tickets_are_given_however_many"),
        new("does not know when a ticket was closed", _ => Spoil.Results((_, result) => result with { Ticket = result.Ticket is { } ticket ? ticket with { ClosedAt = null } : null }), "A_ticket_knows_since_when_it_is_closed"),
        new("gives the last closed first", _ => new() { Closed = closed => closed.Reverse() }, "Tickets_are_given_that_were_closed_within_a_time"),
        new("gives the oldest of a requester first", _ => new() { OfRequester = found => found.Reverse() }, "The_tickets_of_a_requester_are_theirs_alone_the_youngest_first"),
    ];

    private static List<TicketSnapshot> Tickets(InMemoryTicketStore store) => store.ListAsync(1000, CancellationToken.None).ToBlockingEnumerable().ToList();

    private static TicketEntry LastOf(InMemoryTicketStore store, IdleTicket idle) => store.EntriesAsync(idle.Ticket.Number, CancellationToken.None).ToBlockingEnumerable().Last();
}
