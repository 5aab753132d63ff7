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
        new("lists the oldest first", _ => new() { List = listed => listed.Reverse() }, "Tickets_are_listed_the_youngest_first_up_to_the_limit"),
        new("lists without a limit", _ => new() { List = listed => listed }, "Tickets_are_listed_the_youngest_first_up_to_the_limit"),
        new("gives the first entries as the newest", _ => new() { Newest = (all, limit) => all.Take(limit) }, "The_newest_entries_are_the_last_that_were_added_the_oldest_of_them_first"),
        new("gives the newest entry first", _ => new() { Newest = (all, limit) => all.TakeLast(limit).Reverse() }, "The_newest_entries_are_the_last_that_were_added_the_oldest_of_them_first"),
        new("takes for new what was written last", _ => new() { Newest = (all, limit) => all.OrderBy(entry => entry.At).TakeLast(limit) }, "The_newest_entries_are_the_last_that_were_added_the_oldest_of_them_first"),
        new("gives no entries where there are fewer than asked for", _ => new() { Newest = (all, limit) => all.Count < limit ? [] : all.TakeLast(limit) }, "The_newest_entries_are_all_where_there_are_no_more"),
        new(
            "fills up the newest entries with those of other tickets",
            store => new() { Newest = (all, limit) => Entries(store).Except(all).Concat(all).TakeLast(limit) },
            "The_newest_entries_are_all_where_there_are_no_more",
            "A_ticket_that_is_unknown_has_no_entries"),
        new(
            "gives of the newest entries those that are public",
            _ => new() { Newest = (all, limit) => all.Where(entry => entry.Visibility == EntryVisibility.Public).TakeLast(limit) },
            "The_newest_entries_come_as_all_entries_do"),
        new("gives the newest entries without their files", _ => new() { Newest = (all, limit) => all.TakeLast(limit).Select(entry => entry with { Attachments = [] }) }, "The_newest_entries_come_as_all_entries_do"),
        new("gives the oldest of a requester first", _ => new() { OfRequester = found => found.Reverse() }, "The_tickets_of_a_requester_are_theirs_alone_the_youngest_first"),
    ];

    private static List<TicketSnapshot> Tickets(InMemoryTicketStore store) => store.ListAsync(1000, CancellationToken.None).ToBlockingEnumerable().ToList();

    private static IEnumerable<TicketEntry> Entries(InMemoryTicketStore store) => Tickets(store).SelectMany(ticket => store.EntriesAsync(ticket.Number, CancellationToken.None).ToBlockingEnumerable());

    private static TicketEntry LastOf(InMemoryTicketStore store, IdleTicket idle) => store.EntriesAsync(idle.Ticket.Number, CancellationToken.None).ToBlockingEnumerable().Last();
}
