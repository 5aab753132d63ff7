using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What counts as an attempt when the process lives.</summary>
internal static class AttemptRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_counted_release_keeps_the_attempt_and_an_uncounted_one_takes_it_back",
            "Failures of a store or a network are released uncounted; failures of the mail itself counted.",
            async trial =>
            {
                await trial.AddAsync().ConfigureAwait(false);
                var steps = new (bool Counted, int Attempts)[] { (true, 1), (true, 2), (false, 2), (false, 2), (true, 3) };
                foreach (var (counted, attempts) in steps)
                {
                    var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, counted, "again")).ConfigureAwait(false);
                    Expect.Same(attempts, (await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)).Attempts, $"The attempts after a release with Counted {counted}");
                }
            }),
        new(
            "A_result_starts_the_attempts_at_one_again",
            "What follows from a result has three attempts of its own: a ResultCommit sets the count to 1, whatever it was.",
            async trial =>
            {
                await AddWithOneAttemptAsync(trial).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new ResultCommit("applied")).ConfigureAwait(false);
                Expect.Same(1, (await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)).Attempts, "The attempts after the result");
                await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: true, "again")).ConfigureAwait(false);
                Expect.Same(2, (await trial.One.ClaimOneAsync().ConfigureAwait(false)).Entry.Attempts, "The attempts in the next claim");
            }),
        new(
            "A_decision_and_its_giving_up_leave_the_attempts",
            "Deciding and applying share three attempts: neither a DecisionCommit nor a GiveUpCommit changes the count.",
            async trial =>
            {
                await AddWithOneAttemptAsync(trial).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
                Expect.Same(2, (await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)).Attempts, "The attempts after the decision");
                await trial.One.CommitAsync(claim, new GiveUpCommit(Guid.NewGuid(), "given up")).ConfigureAwait(false);
                Expect.Same(2, (await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)).Attempts, "The attempts after it was given up");
            }),
    ];

    private static async Task AddWithOneAttemptAsync(MailTrial trial)
    {
        var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: true, "again")).ConfigureAwait(false);
    }
}
