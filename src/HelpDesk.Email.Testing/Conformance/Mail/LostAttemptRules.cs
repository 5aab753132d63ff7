using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Attempts that ended with their process: poison takes no neighbour along, kills from outside quarantine nothing.</summary>
internal static class LostAttemptRules
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1.1);
    private static readonly TimeSpan ThirtySeconds = TimeSpan.FromSeconds(30.1);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "An_attempt_shared_with_other_rows_that_ended_with_its_process_is_not_counted",
            "Nobody knows which of several rows in hand took the process along: when their leases end, take the attempt back from each.",
            async trial =>
            {
                await trial.AddAsync(3).ConfigureAwait(false);
                Expect.Same(3, (await trial.One.ClaimAsync().ConfigureAwait(false)).Count, "The number of rows claimed together");
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                for (var i = 0; i < 3; i++)
                {
                    var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                    Expect.Same(1, claim.Entry.Attempts, "The attempts in the next claim");
                }
            }),
        new(
            "An_attempt_that_was_alone_by_chance_and_ended_with_its_process_is_not_counted",
            "Only a row that was claimed alone because of an unfinished attempt counts; to be the only one that was ready is not that.",
            async trial =>
            {
                var first = await trial.AddAndClaimAsync().ConfigureAwait(false);
                Expect.Same(false, first.Alone, "Alone, for the only row that is ready");
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                var second = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(1, second.Entry.Attempts, "The attempts in the next claim");
                Expect.Same(true, second.Alone, "Alone, after an attempt that ended with its process");
            }),
        new(
            "An_attempt_claimed_alone_that_ended_with_its_process_is_counted",
            "Claimed alone, the row is what took the process along: its attempt stays counted, and three of them quarantine it.",
            async trial =>
            {
                await trial.AddAndClaimAsync().ConfigureAwait(false);
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                    Expect.Same(attempt, claim.Entry.Attempts, "The attempts in the claim");
                    Expect.Same(true, claim.Alone, "Alone");
                    await LoseAsync(trial).ConfigureAwait(false);
                    await trial.PassAsync(ThirtySeconds).ConfigureAwait(false);
                }
            }),
        new(
            "A_row_with_an_unfinished_attempt_waits_one_second_and_then_thirty",
            "Set the row back by 1 second the first time, by 30 seconds each further time, until a commit ends a claim of it.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                for (var i = 0; i < 2; i++)
                {
                    claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                    await LoseAsync(trial).ConfigureAwait(false);
                    await trial.PassAsync(TimeSpan.FromSeconds(25)).ConfigureAwait(false);
                    await trial.One.ExpectNothingReadyAsync("25 seconds after it was lost once more").ConfigureAwait(false);
                    await trial.PassAsync(TimeSpan.FromSeconds(5.1)).ConfigureAwait(false);
                }

                claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "released")).ConfigureAwait(false);
                await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                await trial.One.ClaimOneAsync().ConfigureAwait(false);
            }),
        new(
            "A_row_with_an_unfinished_attempt_is_claimed_alone",
            "Nothing else is in the answer that has such a row, and the claim says Alone; rows without one come together as always.",
            async trial =>
            {
                var ids = await trial.AddAsync(5).ConfigureAwait(false);
                Expect.Same(2, (await trial.One.ClaimAsync(2).ConfigureAwait(false)).Count, "The number of rows claimed together");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var together = await trial.One.ClaimAsync().ConfigureAwait(false);
                Expect.SameList(ids[2..], together.Select(claim => claim.Entry.Id), "The rows without an unfinished attempt");
                foreach (var claim in together)
                {
                    Expect.Same(false, claim.Alone, "Alone, for a row without an unfinished attempt");
                    await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "again")).ConfigureAwait(false);
                }

                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                var handedOut = new List<long>();
                for (var calls = 0; handedOut.Count < 5 && calls < 10; calls++)
                {
                    var claims = await trial.One.ClaimAsync().ConfigureAwait(false);
                    var hasSuspect = claims.Any(claim => claim.Entry.Id <= ids[1]);
                    Expect.That(!hasSuspect || claims.Count == 1, $"{claims.Count} rows in the answer with a row that has an unfinished attempt.");
                    Expect.That(claims.All(claim => claim.Alone == hasSuspect), "a claim whose Alone is wrong.");
                    handedOut.AddRange(claims.Select(claim => claim.Entry.Id));
                }

                Expect.SameList(ids, handedOut.Order(), "The rows that were handed out in the end");
            }),
        new(
            "A_release_ends_the_suspicion",
            "A commit that ends a claim shows that the process lived: from then on the row is claimed together with others again.",
            async trial =>
            {
                await trial.AddAndClaimAsync().ConfigureAwait(false);
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, "released")).ConfigureAwait(false);
                await trial.AddAsync().ConfigureAwait(false);
                var both = await trial.One.ClaimAsync().ConfigureAwait(false);
                Expect.Same(2, both.Count, "The number of rows claimed together");
                Expect.That(both.All(each => !each.Alone), "a claim that says Alone and is not.");
            }),
        new(
            "A_commit_that_does_not_end_the_claim_leaves_the_suspicion",
            "A decision or a result committed on the way says nothing of what comes after it: the row stays one that is claimed alone.",
            async trial =>
            {
                await trial.AddAndClaimAsync().ConfigureAwait(false);
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
                await LoseAsync(trial).ConfigureAwait(false);
                await trial.AddAsync().ConfigureAwait(false);
                await trial.PassAsync(OneSecond).ConfigureAwait(false);
                var other = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.That(other.Entry.Id != claim.Entry.Id, "the row handed out one second after it was lost a second time.");
                await trial.One.CommitAsync(other, new ReleaseCommit(trial.Past, Counted: false, "again")).ConfigureAwait(false);
                await trial.PassAsync(ThirtySeconds).ConfigureAwait(false);
                var again = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(claim.Entry.Id, again.Entry.Id, "The row");
                Expect.Same(true, again.Alone, "Alone");
                Expect.Same(2, again.Entry.Attempts, "The attempts in the claim");
            }),
    ];

    private static async Task LoseAsync(MailTrial trial)
    {
        await trial.EndLeasesAsync().ConfigureAwait(false);
        await trial.One.ExpectNothingReadyAsync("right after its lease ended").ConfigureAwait(false);
    }
}
