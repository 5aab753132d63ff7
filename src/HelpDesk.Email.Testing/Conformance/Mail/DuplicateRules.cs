using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Equal octets in one mailbox within a window.</summary>
internal static class DuplicateRules
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly GeneratedOctets Octets = new(seed: 21, length: 2_000);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Equal_octets_in_one_mailbox_within_the_window_make_a_duplicate",
            "The row is written, Finished, with outcome Duplicate and DuplicateOf set to the first row with these octets; it is not processed, and it is still to be acknowledged.",
            async trial =>
            {
                var first = await trial.AddAsync(Copy(trial, TimeSpan.Zero)).ConfigureAwait(false);
                foreach (var hours in new[] { 1, 23 })
                {
                    var copy = Copy(trial, TimeSpan.FromHours(hours)) with { NeedsAcknowledgement = true };
                    var result = Expect.One(await trial.AppendAsync(copy).ConfigureAwait(false), "Appending one row");
                    Expect.Same(AppendStatus.Duplicate, result.Status, "The status of the append");
                    var row = await trial.EntryAsync(result.Id).ConfigureAwait(false);
                    Expect.Same(JournalState.Finished, row.State, "The state of the copy");
                    Expect.Same(JournalOutcome.Duplicate, row.Outcome, "The outcome of the copy");
                    Expect.Same(first, row.DuplicateOf, "The row it is a copy of");
                    Expect.That(row.FinishedAt is not null && row.NeedsAcknowledgement, "a copy without a finishing time, or that is not to be acknowledged.");
                }

                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(first, claim.Entry.Id, "The row that is processed");
            }),
        new(
            "Equal_octets_within_one_batch_are_duplicates_too",
            "Rows of one append see those before them.",
            async trial =>
            {
                var results = await trial.AppendAsync(Copy(trial, TimeSpan.Zero), Copy(trial, TimeSpan.Zero)).ConfigureAwait(false);
                Expect.SameList([AppendStatus.Added, AppendStatus.Duplicate], results.Select(result => result.Status), "The answers");
                Expect.Same(results[0].Id, (await trial.EntryAsync(results[1].Id).ConfigureAwait(false)).DuplicateOf, "The row the second is a copy of");
            }),
        new(
            "Equal_octets_outside_the_window_are_no_duplicate",
            "The window is measured between the ReceivedAt of the two rows.",
            async trial =>
            {
                await trial.AddAsync(Copy(trial, TimeSpan.Zero)).ConfigureAwait(false);
                await trial.AddAsync(Copy(trial, Window + TimeSpan.FromMinutes(1))).ConfigureAwait(false);
            }),
        new(
            "Equal_octets_without_a_window_are_no_duplicate",
            "A window of zero never makes a duplicate.",
            async trial =>
            {
                await trial.AddAsync(Copy(trial, TimeSpan.Zero)).ConfigureAwait(false);
                await trial.AddAsync(Copy(trial, TimeSpan.Zero) with { DuplicateWindow = TimeSpan.Zero }).ConfigureAwait(false);
            }),
        new(
            "Equal_octets_in_another_mailbox_are_no_duplicate",
            "Octets are stored once for all, but only the same mailbox makes a duplicate.",
            async trial =>
            {
                await trial.AddAsync(Copy(trial, TimeSpan.Zero)).ConfigureAwait(false);
                await trial.AddAsync(Copy(trial, TimeSpan.Zero) with { Mailbox = "sales" }).ConfigureAwait(false);
            }),
        new(
            "Equal_octets_appended_at_once_are_processed_once",
            "Look for equal octets in the transaction that writes the row, so that two appends at once see each other.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var results = await Crowd.RunAsync(
                    8,
                    async i => (await (i % 2 == 0 ? trial.Store : two.Store).Journal
                        .AppendAsync([Copy(trial, TimeSpan.Zero)], trial.Cancellation).ConfigureAwait(false))[0]).ConfigureAwait(false);
                Expect.Same(1, results.Count(result => result.Status == AppendStatus.Added), "The number of rows to be processed");
                Expect.Same(7, results.Count(result => result.Status == AppendStatus.Duplicate), "The number of duplicates");
            }),
    ];

    private static NewJournalEntry Copy(MailTrial trial, TimeSpan later)
    {
        var row = trial.Row(octets: Octets);
        return row with { ReceivedAt = row.ReceivedAt + later, DuplicateWindow = Window };
    }
}
