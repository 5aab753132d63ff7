using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How rows of the journal are found and acknowledged.</summary>
internal static class FindRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Rows_are_found_by_each_criterion_and_by_several",
            "Each criterion of a JournalQuery narrows; what is left out does not.",
            async trial =>
            {
                var created = await trial.AddAndFinishAsync(MailTrial.Finish() with { Ticket = "1000" }).ConfigureAwait(false);
                var appended = await trial.AddAndFinishAsync(MailTrial.Finish(JournalOutcome.Appended) with { Ticket = "1000" }).ConfigureAwait(false);
                var quarantined = await trial.AddAndFinishAsync(MailTrial.Finish(JournalOutcome.Quarantined) with { Ticket = null }).ConfigureAwait(false);
                var open = await trial.AddAsync(trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                var elsewhere = await trial.AddAsync(trial.Row() with { Mailbox = "sales", NeedsAcknowledgement = true }).ConfigureAwait(false);
                var first = await trial.EntryAsync(created).ConfigureAwait(false);
                var third = await trial.EntryAsync(quarantined).ConfigureAwait(false);

                await ExpectAsync(trial, new JournalQuery(), elsewhere, open, quarantined, appended, created).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Id = appended }, appended).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Id = 987_654 }).ConfigureAwait(false);
                await ExpectAsync(
                    trial,
                    new JournalQuery { MessageIds = [third.Facts.MessageId, "<unknown@x.example>", first.Facts.MessageId] },
                    quarantined,
                    created).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Ticket = "1000" }, appended, created).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Finished = true }, quarantined, appended, created).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Finished = false }, elsewhere, open).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Outcome = JournalOutcome.Quarantined }, quarantined).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { UnacknowledgedIn = "sales" }, elsewhere).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Mailbox = "sales" }, elsewhere).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Mailbox = MailTrial.Mailbox, Finished = true, Limit = 2 }, quarantined, appended).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Ticket = "1000", Outcome = JournalOutcome.Appended }, appended).ConfigureAwait(false);
            }),
        new(
            "Rows_are_listed_the_youngest_first_in_pages",
            "Order by id descending; Before gives the rows below it, Limit how many.",
            async trial =>
            {
                var ids = await trial.AddAsync(5).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Limit = 2 }, ids[4], ids[3]).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Limit = 2, Before = ids[3] }, ids[2], ids[1]).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Limit = 2, Before = ids[1], Finished = false }, ids[0]).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { Before = ids[0] }).ConfigureAwait(false);
            }),
        new(
            "Message_ids_are_compared_octet_for_octet",
            "The left part of a Message-ID has case: <A@x> is not <a@x>.",
            async trial =>
            {
                var row = trial.Row();
                var id = await trial.AddAsync(row with { Facts = new MailFacts("<AbC@sender.example>") }).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { MessageIds = ["<AbC@sender.example>"] }, id).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { MessageIds = ["<abc@sender.example>"] }).ConfigureAwait(false);
            }),
        new(
            "Acknowledged_rows_are_no_longer_to_be_told",
            "MarkAcknowledgedAsync clears the mark of the rows named, passes unknown ids over, and leaves the others.",
            async trial =>
            {
                var first = await trial.AddAsync(trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                var second = await trial.AddAsync(trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                var third = await trial.AddAsync(trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { UnacknowledgedIn = MailTrial.Mailbox }, third, second, first).ConfigureAwait(false);
                await trial.Store.Journal.MarkAcknowledgedAsync([third, 987_654, first], trial.Cancellation).ConfigureAwait(false);
                await ExpectAsync(trial, new JournalQuery { UnacknowledgedIn = MailTrial.Mailbox }, second).ConfigureAwait(false);
                Expect.Same(false, (await trial.EntryAsync(first).ConfigureAwait(false)).NeedsAcknowledgement, "The mark of an acknowledged row");
                Expect.Same(3, (await trial.One.ClaimAsync().ConfigureAwait(false)).Count, "The number of rows that are still to be processed");
            }),
    ];

    private static async Task ExpectAsync(MailTrial trial, JournalQuery query, params long[] ids) =>
        Expect.SameList(ids, (await trial.FindAsync(query).ConfigureAwait(false)).Select(row => row.Id), $"What was found by {query}");
}
