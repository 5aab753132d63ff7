using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Who gets which rows, and when.</summary>
internal static class ClaimRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Rows_are_claimed_the_oldest_first_and_no_more_than_asked_for",
            "Order by id, take at most max of those that are ready.",
            async trial =>
            {
                var ids = await trial.AddAsync(5).ConfigureAwait(false);
                var first = await trial.One.ClaimAsync(2).ConfigureAwait(false);
                Expect.SameList(ids[..2], first.Select(claim => claim.Entry.Id), "The rows of the first claim");
                var second = await trial.One.ClaimAsync(10).ConfigureAwait(false);
                Expect.SameList(ids[2..], second.Select(claim => claim.Entry.Id), "The rows of the second claim");
            }),
        new(
            "A_claim_counts_an_attempt_before_it_is_handed_out",
            "Commit attempts + 1 before ClaimAsync returns: an attempt that takes its process along is seen then. The row in the claim has it counted.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                Expect.Same(1, claim.Entry.Attempts, "The attempts in the claim");
                Expect.Same(trial.One.Node, claim.Node, "The node in the claim");
                Expect.Same(false, claim.Alone, "Whether the row was claimed alone");
                Expect.Same(Shown.Of(claim.Entry), Shown.Of(await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)), "The stored row");
            }),
        new(
            "A_row_under_a_living_lease_is_not_handed_out_again",
            "Whoever asks, another node or the same, gets no row that a living lease holds.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.PassAsync(MailTrial.LeaseTime / 2).ConfigureAwait(false);
                await two.ExpectNothingReadyAsync("to another node while a lease lives").ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("to the same node while a lease lives").ConfigureAwait(false);
            }),
        new(
            "A_row_is_not_claimed_before_its_time",
            "NotBefore is compared with the store's clock.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Now.AddSeconds(10), Counted: true, "later")).ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("before its time").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(10.1)).ConfigureAwait(false);
                await trial.One.ClaimOneAsync().ConfigureAwait(false);
            }),
        new(
            "A_finished_row_is_never_claimed",
            "Finished is the end, short of a replay.",
            async trial =>
            {
                await trial.AddAndFinishAsync(MailTrial.Finish()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("after it was finished").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("after it was finished").ConfigureAwait(false);
            }),
        new(
            "Claimers_at_once_never_share_a_row",
            "Take a row in one step with finding it (a locked SELECT, FOR UPDATE SKIP LOCKED, an UPDATE with RETURNING).",
            async trial =>
            {
                const int rows = 150;
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await trial.AddAsync(rows).ConfigureAwait(false);
                var claimed = await Crowd.RunAsync(8, i => ClaimAllAsync(i % 2 == 0 ? trial.One : two)).ConfigureAwait(false);
                long[] ids = [.. claimed.SelectMany(claims => claims).Select(claim => claim.Entry.Id)];
                Expect.Same(rows, ids.Distinct().Count(), "The number of different rows handed out");
                Expect.Same(rows, ids.Length, "The number of rows handed out");
            }),
        new(
            "Fences_grow_with_each_claim",
            "Count the fence up with each claim of the row, for ever.",
            async trial =>
            {
                var last = 0L;
                await trial.AddAsync().ConfigureAwait(false);
                for (var i = 0; i < 4; i++)
                {
                    var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                    Expect.That(i == 0 || claim.Fence > last, $"the fence {claim.Fence} after {last}.");
                    last = claim.Fence;
                    await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "again")).ConfigureAwait(false);
                }
            }),
        new(
            "An_older_claim_can_commit_nothing",
            "Compare node and fence in the transaction of the commit: after the row was claimed again every commit of the older claim answers ClaimLost and writes nothing.",
            async trial =>
            {
                var received = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await ReclaimAsync(trial).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(received, MailTrial.Decision("key"), "under an older claim").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(received, new ReleaseCommit(trial.Past, Counted: true, "late"), "under an older claim").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(received, MailTrial.Finish(), "under an older claim").ConfigureAwait(false);
            }),
        new(
            "An_older_claim_of_a_decided_row_can_commit_nothing",
            "Results and give-ups are fenced like all commits: a paused worker must not end what another one applies.",
            async trial =>
            {
                var decided = await trial.AddAndDecideAsync().ConfigureAwait(false);
                await ReclaimAsync(trial).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(decided, new ResultCommit("late"), "under an older claim").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(decided, new GiveUpCommit(Guid.NewGuid(), "late"), "under an older claim").ConfigureAwait(false);
            }),
        new(
            "A_claim_that_was_ended_can_commit_nothing",
            "A release or a finish ends the claim at once.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: true, "released")).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, MailTrial.Decision(), "after a release").ConfigureAwait(false);
                var second = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(second, MailTrial.Finish()).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(second, MailTrial.Finish(JournalOutcome.Ignored), "after a finish").ConfigureAwait(false);
            }),
    ];

    /// <summary>The lease ends, and the row goes to the same node under a new claim.</summary>
    private static async Task ReclaimAsync(MailTrial trial)
    {
        await trial.EndLeasesAsync().ConfigureAwait(false);
        await trial.One.ExpectNothingReadyAsync("right after its lease ended").ConfigureAwait(false);
        await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
        await trial.One.ClaimOneAsync().ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<JournalClaim>> ClaimAllAsync(MailWorker worker)
    {
        var all = new List<JournalClaim>();
        IReadOnlyList<JournalClaim> some;
        do
        {
            some = await worker.ClaimAsync(7).ConfigureAwait(false);
            all.AddRange(some);
        }
        while (some.Count > 0);

        return all;
    }
}
