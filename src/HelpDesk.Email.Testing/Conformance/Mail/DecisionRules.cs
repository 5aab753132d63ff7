using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What each transition writes.</summary>
internal static class DecisionRules
{
    private const string Words = "{\"text\":\"概要 😀 ' \\\" %s\"}\n";

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_decision_and_its_result_are_kept_word_for_word_under_one_claim",
            "Decision, result and trace are opaque: store them character for character. The claim goes on through both commits.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new DecisionCommit(Words + 1, Words + 2, ["key"])).ConfigureAwait(false);
                var decided = claim.Entry with { State = JournalState.Decided, Decision = Words + 1, Trace = Words + 2 };
                await ExpectAsync(trial, decided).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit(Words + 3)).ConfigureAwait(false);
                await ExpectAsync(trial, decided with { State = JournalState.Applied, Result = Words + 3 }).ConfigureAwait(false);
            }),
        new(
            "A_decision_given_up_leaves_a_new_operation_and_one_more_conflict",
            "GiveUp sets Received, takes the decision away, sets the operation given, counts a conflict, and the claim goes on to the next decision.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync().ConfigureAwait(false);
                for (var conflicts = 1; conflicts <= 2; conflicts++)
                {
                    var operation = Guid.NewGuid();
                    await trial.One.CommitAsync(claim, new GiveUpCommit(operation, "given up")).ConfigureAwait(false);
                    await ExpectAsync(trial, claim.Entry with { OperationId = operation, Conflicts = conflicts, Trace = "given up" }).ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
                }
            }),
        new(
            "A_release_keeps_the_state_and_what_was_committed",
            "A release sets NotBefore and the trace and frees the row; state, decision, result and operation stay.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync("key").ConfigureAwait(false);
                var later = trial.Now.AddSeconds(15);
                await trial.One.CommitAsync(claim, new ReleaseCommit(later, Counted: true, "later")).ConfigureAwait(false);
                var expected = claim.Entry with { State = JournalState.Decided, Decision = MailTrial.Decision().Decision, Trace = "later", NotBefore = later };
                await ExpectAsync(trial, expected).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(15.1)).ConfigureAwait(false);
                var again = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(Shown.Of(expected with { Attempts = 2 }), Shown.Of(again.Entry), "The row in the next claim");
                await trial.One.CommitAsync(again, new ResultCommit("applied")).ConfigureAwait(false);
            }),
        new(
            "Waiting_is_remembered_from_its_start_and_ends_with_a_release_that_does_not_wait",
            "Waiting sets WaitingSince unless it is set: the wait is bounded by it. A release without Waiting clears it.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var id = claim.Entry.Id;
                var before = trial.Now;
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "waits") { Waiting = true }).ConfigureAwait(false);
                var since = (await trial.EntryAsync(id).ConfigureAwait(false)).WaitingSince;
                Expect.That(since >= before.AddSeconds(-5) && since <= trial.Now.AddSeconds(5), $"the beginning of the wait at '{since:O}', now is '{trial.Now:O}'.");

                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "waits") { Waiting = true }).ConfigureAwait(false);
                Expect.Same(since, (await trial.EntryAsync(id).ConfigureAwait(false)).WaitingSince, "The beginning of the wait after a second one");

                claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "no longer")).ConfigureAwait(false);
                Expect.Same(null, (await trial.EntryAsync(id).ConfigureAwait(false)).WaitingSince, "The beginning of the wait after a release that does not wait");
            }),
        new(
            "A_release_resets_the_conflicts_only_when_told_to",
            "ResetConflicts sets them to zero; without it they stay.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new GiveUpCommit(Guid.NewGuid(), "given up")).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "again")).ConfigureAwait(false);
                claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(1, claim.Entry.Conflicts, "The conflicts after a release without ResetConflicts");
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "again") { ResetConflicts = true }).ConfigureAwait(false);
                Expect.Same(0, (await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)).Conflicts, "The conflicts after a release with ResetConflicts");
            }),
    ];

    private static async Task ExpectAsync(MailTrial trial, JournalEntry expected) =>
        Expect.Same(Shown.Of(expected), Shown.Of(await trial.EntryAsync(expected.Id).ConfigureAwait(false)), "The row");
}
