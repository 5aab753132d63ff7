using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Entries come back as they were written.</summary>
internal static class EntryRules
{
    private const string Hard = "Zeile 1\n\n\tZeile 3: 概要 😀 \u202E ' \" <b>&amp; %s {0} \\";

    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "An_entry_comes_back_as_it_was_written",
            "Store the author with the name, the text and the HTML character for character, kind, visibility, time, Message-ID and journal row, and return the entry's id in the result.",
            async trial =>
            {
                var written = new NewTicketEntry(TicketTrial.Ann, Hard)
                {
                    Kind = EntryKind.Note,
                    Visibility = EntryVisibility.Internal,
                    Html = "<p>" + Hard + "</p>",
                    At = new DateTimeOffset(2026, 3, 5, 23, 59, 58, TimeSpan.FromHours(-5)),
                    MessageId = "<\"odd id\"@example.test>",
                    JournalId = 4_711_000_000_000,
                };
                var result = await trial.AppliedAsync(TicketTrial.Making() with { Entry = written }).ConfigureAwait(false);
                var entry = Expect.One(await trial.EntriesAsync(result.Ticket!.Number).ConfigureAwait(false), "Reading the entries");
                Expect.Same(Expect.Present(result.EntryId, "The entry's id in the result"), entry.Id, "The entry's id");
                Expect.Same(Show(written), Show(entry), "The entry");
            }),
        new(
            "An_entry_without_extras_has_none",
            "What was null stays null: HTML, Message-ID; without files there are none; the defaults are a public message.",
            async trial =>
            {
                var written = new NewTicketEntry(TicketTrial.Bob, string.Empty) { At = new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero) };
                var result = await trial.AppliedAsync(TicketTrial.Making() with { Entry = written }).ConfigureAwait(false);
                var entry = Expect.One(await trial.EntriesAsync(result.Ticket!.Number).ConfigureAwait(false), "Reading the entries");
                Expect.Same(Show(written), Show(entry), "The entry");
                Expect.Same(0, entry.Attachments.Count, "The number of files");
            }),
        new(
            "A_change_without_an_entry_adds_none",
            "A change that only sets a status or adds people writes no entry and returns no entry id.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var result = await trial.AppliedAsync(
                    new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = ticket.Number, Status = TicketStatus.Open }).ConfigureAwait(false);
                Expect.Same(null, result.EntryId, "The entry's id in the result");
                await trial.ExpectEntriesAsync(ticket.Number, 1, "after a change without an entry").ConfigureAwait(false);
            }),
        new(
            "Entries_stand_in_the_order_in_which_they_were_added",
            "Read entries in the order of the changes that added them, whatever time their mail claims to be from.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                List<string?> ids = [(await trial.EntriesAsync(ticket.Number).ConfigureAwait(false))[0].Id];
                foreach (var hours in new[] { 5, -7, 2 })
                {
                    var entry = TicketTrial.Entry("Again.");
                    var result = await trial.AppliedAsync(
                        TicketTrial.Appending(ticket.Number) with { Entry = entry with { At = entry.At.AddHours(hours) } }).ConfigureAwait(false);
                    ids.Add(result.EntryId);
                }

                var entries = await trial.EntriesAsync(ticket.Number).ConfigureAwait(false);
                Expect.SameList(ids, entries.Select(entry => entry.Id), "The order of the entries");
            }),
    ];

    private static string Show(NewTicketEntry entry) => string.Join(
        " | ", entry.Author.Address, entry.Author.Name, entry.Text, entry.Html, entry.Kind, entry.Visibility, entry.At.UtcDateTime, entry.MessageId, entry.JournalId);

    private static string Show(TicketEntry entry) => string.Join(
        " | ", entry.Author.Address, entry.Author.Name, entry.Text, entry.Html, entry.Kind, entry.Visibility, entry.At.UtcDateTime, entry.MessageId, entry.JournalId);
}
