using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>The end of a conversation, as mails to agents quote it.</summary>
internal static class NewestEntryRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "The_newest_entries_are_the_last_that_were_added_the_oldest_of_them_first",
            "Order by what was added when, whatever time a mail claims to be from; cut the old ones off, and turn the rest round.",
            async trial =>
            {
                var number = await ConverseAsync(trial).ConfigureAwait(false);
                var all = await trial.EntriesAsync(number).ConfigureAwait(false);
                foreach (var limit in new[] { 1, 2, 4 })
                {
                    var newest = await trial.Queries.NewestEntriesAsync(number, limit, trial.Cancellation).ConfigureAwait(false);
                    Expect.SameList(all.TakeLast(limit).Select(entry => entry.Id), newest.Select(entry => entry.Id), $"The newest {limit} of {all.Count} entries");
                }
            }),
        new(
            "The_newest_entries_are_all_where_there_are_no_more",
            "The limit says how many at most: a short conversation is given whole, and no entry of another ticket fills it up.",
            async trial =>
            {
                var number = await ConverseAsync(trial).ConfigureAwait(false);
                await ConverseAsync(trial).ConfigureAwait(false);
                var all = await trial.EntriesAsync(number).ConfigureAwait(false);
                foreach (var limit in new[] { all.Count, all.Count + 1, 1000 })
                {
                    var newest = await trial.Queries.NewestEntriesAsync(number, limit, trial.Cancellation).ConfigureAwait(false);
                    Expect.SameList(all.Select(entry => entry.Id), newest.Select(entry => entry.Id), $"The newest {limit} of {all.Count} entries");
                }
            }),
        new(
            "The_newest_entries_come_as_all_entries_do",
            "Leave none out and nothing of them, notes and internal entries neither, and say the kind and the visibility of each: who may see what, the engine decides.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 11, length: 100_000);
                var number = (await trial.AppliedAsync(TicketTrial.Making(TicketTrial.File(octets, "before.pdf"))).ConfigureAwait(false)).Ticket!.Number;
                foreach (var (kind, visibility) in new[] { (EntryKind.Note, EntryVisibility.Public), (EntryKind.Message, EntryVisibility.Internal), (EntryKind.Note, EntryVisibility.Internal) })
                {
                    var change = TicketTrial.Appending(number, TicketTrial.File(octets, $"{kind}.pdf"));
                    await trial.AppliedAsync(change with { Entry = change.Entry! with { Kind = kind, Visibility = visibility, Html = "<p>It still burns.</p>" } }).ConfigureAwait(false);
                }

                var all = await trial.EntriesAsync(number).ConfigureAwait(false);
                var newest = await trial.Queries.NewestEntriesAsync(number, 3, trial.Cancellation).ConfigureAwait(false);
                Expect.SameList(all.TakeLast(3).Select(Show), newest.Select(Show), "The newest 3 of 4 entries");
                var stream = newest[^1].Attachments[0].Open();
                await using (stream.ConfigureAwait(false))
                {
                    await octets.ExpectSameAsync(stream, "The file of the newest entry", trial.Cancellation).ConfigureAwait(false);
                }
            }),
        new(
            "A_ticket_that_is_unknown_has_no_entries",
            "A number that no ticket has is no error, and no reason to give entries of another one.",
            async trial =>
            {
                var number = await ConverseAsync(trial).ConfigureAwait(false);
                Expect.Same(0, (await trial.EntriesAsync($"{number}0").ConfigureAwait(false)).Count, "The number of entries of an unknown ticket");
                Expect.Same(0, (await trial.Queries.NewestEntriesAsync($"{number}0", 10, trial.Cancellation).ConfigureAwait(false)).Count, "The number of newest entries of an unknown ticket");
            }),
    ];

    // Four entries whose times go back and forth.
    private static async Task<string> ConverseAsync(TicketTrial trial)
    {
        var number = (await trial.MadeAsync().ConfigureAwait(false)).Number;
        foreach (var hours in new[] { 5, -7, 2 })
        {
            var change = TicketTrial.Appending(number);
            await trial.AppliedAsync(change with { Entry = change.Entry! with { At = change.Entry.At.AddHours(hours) } }).ConfigureAwait(false);
        }

        return number;
    }

    private static string Show(TicketEntry entry) => string.Join(
        " | ",
        entry.Id, entry.Author.Address, entry.Author.Name, entry.Text, entry.Html, entry.Kind, entry.Visibility, entry.At.UtcDateTime, entry.MessageId,
        string.Join(", ", entry.Attachments.Select(file => $"{file.FileName} {file.ContentType} {file.Size} {file.Sha256}")));
}
