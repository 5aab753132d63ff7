using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Who delivers which mail, and what is in doubt.</summary>
internal static class OutboxClaimRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Mails_are_claimed_the_oldest_first_when_they_are_due",
            "Order by id, at most max, and none before its NotBefore.",
            async trial =>
            {
                var later = trial.Mail() with { NotBefore = trial.Now.AddSeconds(10) };
                var journalId = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(), later, trial.Mail(), trial.Mail()] }).ConfigureAwait(false);
                long[] ids = [.. (await trial.MailsAsync(journalId).ConfigureAwait(false)).Select(mail => mail.Id)];
                await ExpectClaimAsync(trial, 2, ids[0], ids[2]).ConfigureAwait(false);
                await ExpectClaimAsync(trial, 5, ids[3]).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(10.1)).ConfigureAwait(false);
                await ExpectClaimAsync(trial, 5, ids[1]).ConfigureAwait(false);
            }),
        new(
            "A_mail_under_a_living_lease_is_not_handed_out_again",
            "Neither in Ready nor in Sending, to nobody.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await AddMailAsync(trial).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(0, (await two.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails handed out while one is claimed");
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                Expect.Same(0, (await two.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails handed out while one is being sent");
                Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails handed out to the one who sends");
            }),
        new(
            "A_mail_claimed_and_not_yet_sending_is_free_after_its_lease_and_not_in_doubt",
            "Only Sending is a doubt; a worker that died before it sent nothing, and no attempt is counted.",
            async trial =>
            {
                await AddMailAsync(trial).ConfigureAwait(false);
                var first = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var second = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(false, second.InDoubt, "InDoubt");
                Expect.Same(0, second.Entry.Attempts, "The attempts");
                Expect.That(second.Fence > first.Fence, $"the fence {second.Fence} after {first.Fence}.");
            }),
        new(
            "A_mail_found_in_sending_is_in_doubt",
            "After the lease of a mail in Sending ended it is handed out with InDoubt: it may have gone out.",
            async trial =>
            {
                await AddMailAsync(trial).ConfigureAwait(false);
                var first = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(false, first.InDoubt, "InDoubt of the first claim");
                await trial.One.CommitAsync(first, new SendingCommit()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var second = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(true, second.InDoubt, "InDoubt of the second claim");
                Expect.Same(OutboxState.Sending, second.Entry.State, "The state of the mail in doubt");
                Expect.Same(1, second.Entry.Attempts, "The attempts of the mail in doubt");
                await trial.One.CommitAsync(second, new SendingCommit()).ConfigureAwait(false);
                Expect.Same(2, (await trial.MailAsync(second.Entry.Id).ConfigureAwait(false)).Attempts, "The attempts after it was sent once more");
            }),
        new(
            "An_older_claim_of_a_mail_can_commit_nothing",
            "Compare node and fence in the transaction of the commit; answer false and write nothing.",
            async trial =>
            {
                await AddMailAsync(trial).ConfigureAwait(false);
                var old = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(old, new SendingCommit()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                var before = Shown.Of(await trial.MailAsync(old.Entry.Id).ConfigureAwait(false));
                foreach (var commit in new OutboxCommit[]
                {
                    new SendingCommit(),
                    new DeliveryCommit([new OutboxRecipient("ann@example.test", OutboxRecipientState.Accepted)], trial.Past) { ProviderMessageId = "<p@provider.example>" },
                    new HoldCommit(trial.Past, "closed"),
                })
                {
                    Expect.Same(false, await trial.One.TryCommitAsync(old, commit).ConfigureAwait(false), $"The answer to a {commit.GetType().Name} under an older claim");
                    Expect.Same(before, Shown.Of(await trial.MailAsync(old.Entry.Id).ConfigureAwait(false)), "The mail");
                }

                var indexed = await trial.Store.MessageIndex.FindAsync(["<p@provider.example>"], trial.Cancellation).ConfigureAwait(false);
                Expect.Same(0, indexed.Count, "The number of indexed messages");
            }),
        new(
            "A_late_delivery_is_noted_when_nobody_took_the_mail_meanwhile",
            "A claim of a mail holds until it is claimed again: what was sent is better noted late than sent twice.",
            async trial =>
            {
                await AddMailAsync(trial).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(
                    claim, new DeliveryCommit([new OutboxRecipient("ann@example.test", OutboxRecipientState.Accepted)], trial.Past)).ConfigureAwait(false);
                Expect.Same(OutboxState.Sent, (await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)).State, "The state");
            }),
        new(
            "Claimers_at_once_never_share_a_mail",
            "Take a mail in one step with finding it.",
            async trial =>
            {
                const int mails = 60;
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [.. Enumerable.Range(0, mails).Select(_ => trial.Mail())] }).ConfigureAwait(false);
                var claimed = await Crowd.RunAsync(8, i => ClaimAllAsync(i % 2 == 0 ? trial.One : two)).ConfigureAwait(false);
                long[] ids = [.. claimed.SelectMany(claims => claims).Select(claim => claim.Entry.Id)];
                Expect.Same(mails, ids.Distinct().Count(), "The number of different mails handed out");
                Expect.Same(mails, ids.Length, "The number of mails handed out");
            }),
    ];

    /// <summary>A mail to ann, ready to be sent.</summary>
    public static async Task<long> AddMailAsync(MailTrial trial)
    {
        var journalId = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail()] }).ConfigureAwait(false);
        return Expect.One(await trial.MailsAsync(journalId).ConfigureAwait(false), "The mails that follow from the row").Id;
    }

    private static async Task ExpectClaimAsync(MailTrial trial, int max, params long[] ids) =>
        Expect.SameList(ids, (await trial.One.ClaimMailAsync(max).ConfigureAwait(false)).Select(claim => claim.Entry.Id), "The mails claimed");

    private static async Task<IReadOnlyList<OutboxClaim>> ClaimAllAsync(MailWorker worker)
    {
        var all = new List<OutboxClaim>();
        IReadOnlyList<OutboxClaim> some;
        do
        {
            some = await worker.ClaimMailAsync(7).ConfigureAwait(false);
            all.AddRange(some);
        }
        while (some.Count > 0);

        return all;
    }
}
