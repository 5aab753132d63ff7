using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that find too much or too little.</summary>
internal static class LookupDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "minds the case of numbers",
            _ => new()
            {
                Find = async (lookup, next, _) => [.. (await next(lookup)).Where(ticket => lookup.Numbers.Contains(ticket.Number, StringComparer.Ordinal))],
            },
            "Tickets_are_found_whatever_the_case_of_the_number"),
        new(
            "gives an empty ticket for a number it does not know",
            _ => new()
            {
                Find = async (lookup, next, _) =>
                {
                    var found = await next(lookup);
                    var unknown = lookup.Numbers.Where(number => !found.Any(ticket => ticket.Number.Equals(number, StringComparison.OrdinalIgnoreCase)));
                    return
                    [
                        .. found,
                        .. unknown.Select(number => new TicketSnapshot(number, string.Empty, TicketStatus.Closed, EmailAddress.Create("nobody@example.test"))),
                    ];
                },
            },
            "Unknown_numbers_are_left_out"),
        new(
            "finds every ticket when asked for none",
            store => new()
            {
                Find = async (lookup, next, cancellationToken) =>
                    lookup.Numbers.Count > 0 ? await next(lookup) : await store.ListAsync(100, cancellationToken).ToListAsync(cancellationToken),
            },
            "A_lookup_without_numbers_finds_nothing"),
        new(
            "gives a ticket once for each time it is named",
            _ => new()
            {
                Find = async (lookup, next, _) =>
                    [.. (await Task.WhenAll(lookup.Numbers.Select(number => next(TicketLookup.Of(number))))).SelectMany(found => found)],
            },
            "A_ticket_is_found_once_however_often_it_is_named"),
        new(
            "cuts subjects off",
            _ => Spoil.Changes(change => change with { Subject = change.Subject is { Length: > 12 } subject ? subject[..12] : change.Subject }),
            "A_ticket_is_found_as_it_was_made"),
    ];
}
