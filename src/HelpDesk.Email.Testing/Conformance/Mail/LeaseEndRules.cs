using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>When a claim ends by time, and how it is kept.</summary>
internal static class LeaseEndRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "An_ended_lease_frees_its_row_for_others",
            "Once the lease is over, on the store's clock, another node gets the row.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await two.ClaimAsync().ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                var again = await two.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(claim.Entry.Id, again.Entry.Id, "The row");
                Expect.Same(two.Node, again.Node, "The node that holds it");
            }),
        new(
            "A_renewed_lease_goes_on",
            "RenewAsync sets the end of the lease to now plus the length given.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                for (var i = 0; i < 2; i++)
                {
                    await trial.PassAsync(MailTrial.LeaseTime * 0.7).ConfigureAwait(false);
                    await trial.Store.Queue.RenewAsync([claim], MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false);
                }

                await trial.PassAsync(MailTrial.LeaseTime * 0.7).ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("under a lease that was renewed").ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Finish()).ConfigureAwait(false);
            }),
        new(
            "A_lost_claim_is_not_renewed",
            "RenewAsync passes over claims that are no longer held, and does not lengthen the lease of who holds the row now.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var old = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await two.ClaimAsync().ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                await two.ClaimOneAsync().ConfigureAwait(false);
                await trial.Store.Queue.RenewAsync([old], TimeSpan.FromHours(1), trial.Cancellation).ConfigureAwait(false);
                await trial.ExpectRefusedAsync(old, MailTrial.Decision(), "after renewing a lost claim").ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await two.ClaimAsync().ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(30.1)).ConfigureAwait(false);
                await two.ClaimOneAsync().ConfigureAwait(false);
            }),
        new(
            "Late_work_stands_when_nobody_asked_meanwhile",
            "A claim holds until its ended lease is noticed: don't compare the time in the commit, node and fence are enough.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Decision()).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, MailTrial.Finish()).ConfigureAwait(false);
            }),
        new(
            "A_claim_whose_ended_lease_was_noticed_can_commit_nothing",
            "As soon as ClaimAsync has set a row back because its lease ended, its claim is lost, also before somebody else has the row.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("right after its lease ended").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, MailTrial.Decision(), "after its ended lease was noticed").ConfigureAwait(false);
                await trial.ExpectRefusedAsync(claim, MailTrial.Finish(), "after its ended lease was noticed").ConfigureAwait(false);
            }),
    ];
}
