using System.Collections.Concurrent;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that are wrong about the status and about people.</summary>
internal static class StatusDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "makes every ticket open",
            _ => Spoil.Changes(change => change is { TicketNumber: null, IsEmpty: false } ? change with { Status = TicketStatus.Open } : change),
            "A_ticket_is_made_new_unless_told_otherwise"),
        new(
            "opens a ticket with every entry",
            _ => Spoil.Changes(change => change is { TicketNumber: not null, Entry: not null, Status: null } ? change with { Status = TicketStatus.Open } : change),
            "A_change_sets_the_status_it_names_and_leaves_it_otherwise"),
        new(
            "calls every ticket that is set open reopened",
            _ => Spoil.Results((change, result) => result with { Reopened = change.Status == TicketStatus.Open }),
            "A_change_that_takes_a_ticket_out_of_closed_reports_it_as_reopened"),
        new(
            "reports nothing as reopened",
            _ => Spoil.Results((_, result) => result with { Reopened = false }),
            "A_change_that_takes_a_ticket_out_of_closed_reports_it_as_reopened"),
        new(
            "calls every ticket created",
            _ => Spoil.Results((_, result) => result with { Created = result.Ticket is not null }),
            "A_result_says_whether_the_ticket_was_made"),
        new(
            "replaces participants instead of adding them",
            _ => Spoil.Results((change, result) =>
                result.Ticket is { } ticket ? result with { Ticket = ticket with { Participants = change.AddParticipants } } : result),
            "People_who_are_added_belong_to_the_ticket_from_then_on"),
        new(
            "takes an address in another case for another person",
            _ =>
            {
                var people = new ConcurrentBag<EmailAddress>();
                return Spoil.Results((change, result) =>
                {
                    foreach (var person in change.AddSubscribers)
                    {
                        people.Add(person);
                    }

                    return result.Ticket is { } ticket
                        ? result with { Ticket = ticket with { Subscribers = [.. people.DistinctBy(person => person.Address, StringComparer.Ordinal)] } }
                        : result;
                });
            },
            "Nobody_is_added_twice"),
    ];
}
