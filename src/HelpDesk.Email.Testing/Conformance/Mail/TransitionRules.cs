using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Which transitions there are, and that there are no others.</summary>
internal static class TransitionRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_result_or_a_giving_up_needs_a_decision",
            "From Received there is no ResultCommit and no GiveUpCommit: answer ClaimLost and write nothing.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, new ResultCommit("wrong"), "in Received").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, new GiveUpCommit(Guid.NewGuid(), "wrong"), "in Received").ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
            }),
        new(
            "A_committed_decision_is_not_replaced",
            "From Decided there is no DecisionCommit: a decision that may have been applied is given up or applied, never decided over.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync("first").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, new DecisionCommit("other", "other", ["second"]), "in Decided").ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit("applied")).ConfigureAwait(false);
            }),
        new(
            "A_committed_result_is_not_replaced",
            "From Applied there is only Release and Finish: a result is neither replaced nor given up.",
            async trial =>
            {
                var claim = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit("applied")).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, new ResultCommit("other"), "in Applied").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, MailTrial.Decision(), "in Applied").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, new GiveUpCommit(Guid.NewGuid(), "wrong"), "in Applied").ConfigureAwait(false);
            }),
        new(
            "A_row_can_be_finished_from_every_state",
            "Received (ignored, quarantined), Decided (rejected) and Applied all go to Finished.",
            async trial =>
            {
                var received = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var decided = await trial.AddAndDecideAsync().ConfigureAwait(false);
                var applied = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(applied, new ResultCommit("applied")).ConfigureAwait(false);
                foreach (var (claim, outcome) in new[]
                {
                    (received, JournalOutcome.Ignored), (decided, JournalOutcome.Rejected), (applied, JournalOutcome.Created),
                })
                {
                    await trial.One.CommitAsync(claim, MailTrial.Finish(outcome)).ConfigureAwait(false);
                    var row = await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false);
                    Expect.Same(JournalState.Finished, row.State, "The state");
                    Expect.Same(outcome, row.Outcome, "The outcome");
                }
            }),
    ];
}
