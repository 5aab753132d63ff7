using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How quarantined rows go through the engine again, or away.</summary>
internal static class ReplayRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_quarantined_row_is_replayed_under_a_new_operation",
            "The row is Received again, ready at once, with the operation given, no attempts, no conflicts, no decision, no result and no ticket; its octets and its trace stay.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new GiveUpCommit(Guid.NewGuid(), "given up")).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit("applied")).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Finish(JournalOutcome.Quarantined) with { DuplicateOf = claim.Entry.Id }).ConfigureAwait(false);

                var operation = Guid.NewGuid();
                var id = claim.Entry.Id;
                Expect.That(await trial.Store.Journal.ReplayAsync(id, operation, trial.Cancellation).ConfigureAwait(false), "a replay that was refused.");
                var row = await trial.EntryAsync(id).ConfigureAwait(false);
                var expected = claim.Entry with { Attempts = 0, OperationId = operation, Trace = "finished", NotBefore = row.NotBefore };
                Expect.Same(Shown.Of(expected), Shown.Of(row), "The row to be replayed");
                var again = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(id, again.Entry.Id, "The row that is claimed");
                Expect.Same(1, again.Entry.Attempts, "The attempts counted");
                Expect.That(again.Fence > claim.Fence, "a claim after a replay whose fence is not greater than those before.");
                Expect.That(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false) is not null, "a replayed row without octets.");
            }),
        new(
            "Only_a_quarantined_row_is_replayed",
            "A row that is not finished, that is finished otherwise, or that does not exist answers false and stays as it is.",
            async trial =>
            {
                var created = await trial.AddAndFinishAsync(MailTrial.Finish()).ConfigureAwait(false);
                var open = await trial.AddAsync().ConfigureAwait(false);
                foreach (var id in new[] { created, open })
                {
                    var before = await trial.EntryAsync(id).ConfigureAwait(false);
                    Expect.Same(false, await trial.Store.Journal.ReplayAsync(id, Guid.NewGuid(), trial.Cancellation).ConfigureAwait(false), "The answer");
                    Expect.Same(Shown.Of(before), Shown.Of(await trial.EntryAsync(id).ConfigureAwait(false)), "The row");
                }

                Expect.Same(false, await trial.Store.Journal.ReplayAsync(987_654, Guid.NewGuid(), trial.Cancellation).ConfigureAwait(false), "The answer for an unknown row");
            }),
        new(
            "A_quarantined_row_is_thrown_away",
            "Its outcome is Discarded and its trace the one given; everything else stays, its octets too. It can be neither replayed nor discarded again, and does not come back to be claimed.",
            async trial =>
            {
                var id = await trial.AddAndFinishAsync(MailTrial.Finish(JournalOutcome.Quarantined)).ConfigureAwait(false);
                var before = await trial.EntryAsync(id).ConfigureAwait(false);

                Expect.That(await trial.Store.Journal.DiscardAsync(id, "thrown away", trial.Cancellation).ConfigureAwait(false), "a quarantined row that was not discarded.");

                Expect.Same(Shown.Of(before with { Outcome = JournalOutcome.Discarded, Trace = "thrown away" }), Shown.Of(await trial.EntryAsync(id).ConfigureAwait(false)), "The row");
                Expect.That(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false) is not null, "a discarded row that lost its octets at once.");
                Expect.Same(false, await trial.Store.Journal.DiscardAsync(id, "again", trial.Cancellation).ConfigureAwait(false), "The answer to a second discard");
                Expect.Same(false, await trial.Store.Journal.ReplayAsync(id, Guid.NewGuid(), trial.Cancellation).ConfigureAwait(false), "The answer to a replay");
                var claims = await trial.One.ClaimAsync(10).ConfigureAwait(false);
                Expect.Same(0, claims.Count, "The rows that are ready");
            }),
        new(
            "Only_a_quarantined_row_is_thrown_away",
            "A row that is not finished, that is finished otherwise, or that does not exist answers false and stays as it is.",
            async trial =>
            {
                var created = await trial.AddAndFinishAsync(MailTrial.Finish()).ConfigureAwait(false);
                var open = await trial.AddAsync().ConfigureAwait(false);
                foreach (var id in new[] { created, open })
                {
                    var before = await trial.EntryAsync(id).ConfigureAwait(false);
                    Expect.Same(false, await trial.Store.Journal.DiscardAsync(id, "thrown away", trial.Cancellation).ConfigureAwait(false), "The answer");
                    Expect.Same(Shown.Of(before), Shown.Of(await trial.EntryAsync(id).ConfigureAwait(false)), "The row");
                }

                Expect.Same(false, await trial.Store.Journal.DiscardAsync(987_654, "thrown away", trial.Cancellation).ConfigureAwait(false), "The answer for an unknown row");
            }),
    ];
}
