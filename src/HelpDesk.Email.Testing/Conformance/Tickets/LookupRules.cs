using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>How tickets are found by what stood in a mail.</summary>
internal static class LookupRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "Tickets_are_found_whatever_the_case_of_the_number",
            "People retype numbers: compare them without regard to case, and give back the number as the ticket has it. A change finds its ticket the same way.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                foreach (var number in new[] { made.Number.ToLowerInvariant(), made.Number.ToUpperInvariant() })
                {
                    var found = await trial.FindAsync(number).ConfigureAwait(false);
                    Expect.Same(made.Number, found.Number, "The number of the ticket found");
                    await trial.AppliedAsync(TicketTrial.Appending(number)).ConfigureAwait(false);
                }
            }),
        new(
            "Unknown_numbers_are_left_out",
            "A number that no ticket has is simply not in the answer, whatever it looks like: nothing thrown, nothing null.",
            async trial =>
            {
                var first = await trial.MadeAsync().ConfigureAwait(false);
                var second = await trial.MadeAsync().ConfigureAwait(false);
                var lookup = new TicketLookup(["0", first.Number, "no-such.ticket/7", "99999999999999999999999999999999999999", second.Number, "'", "%"]);
                var found = await trial.Store.FindAsync(lookup, trial.Cancellation).ConfigureAwait(false);
                Expect.SameList(
                    new[] { first.Number, second.Number }.Order(StringComparer.Ordinal),
                    found.Select(ticket => ticket.Number).Order(StringComparer.Ordinal),
                    "The numbers found");
            }),
        new(
            "A_lookup_without_numbers_finds_nothing",
            "No numbers, no tickets.",
            async trial =>
            {
                await trial.MadeAsync().ConfigureAwait(false);
                var found = await trial.Store.FindAsync(new TicketLookup([]), trial.Cancellation).ConfigureAwait(false);
                Expect.Same(0, found.Count, "The number of tickets found");
            }),
        new(
            "A_ticket_is_found_once_however_often_it_is_named",
            "A number that comes twice in a lookup, in whatever case, gives the ticket once.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                var lookup = new TicketLookup([made.Number, made.Number.ToLowerInvariant(), made.Number.ToUpperInvariant()]);
                Expect.One(await trial.Store.FindAsync(lookup, trial.Cancellation).ConfigureAwait(false), "Looking for one ticket by its number, three times");
            }),
        new(
            "A_ticket_is_found_as_it_was_made",
            "Store subject and requester as they were given; the number keeps to its characters and to 40 of them.",
            async trial =>
            {
                const string subject = "Re: [HD] 概要 😀 'quoted' \"twice\" %s";
                var made = (await trial.AppliedAsync(TicketTrial.Making() with { Subject = subject }).ConfigureAwait(false)).Ticket!;
                var found = await trial.FindAsync(made.Number).ConfigureAwait(false);
                Expect.Same(subject, found.Subject, "The subject");
                Expect.Same(TicketTrial.Ann, found.Requester, "The requester");
                Expect.That(
                    found.Number.Length is > 0 and <= 40 && found.Number.All(c => char.IsAsciiLetterOrDigit(c) || "-_./".Contains(c, StringComparison.Ordinal)),
                    $"the ticket number '{found.Number}'.");
            }),
    ];
}
