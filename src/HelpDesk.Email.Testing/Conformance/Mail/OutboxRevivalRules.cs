using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What a person may do with a mail: queue it again, or throw it away.</summary>
internal static class OutboxRevivalRules
{
    private const string Ann = "ann@example.test";
    private const string Bob = "bob@example.test";

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_mail_that_is_queued_again_is_as_new_for_those_who_do_not_have_it",
            "RequeueAsync sets Ready, due now, QueuedAt now and no attempts; failed and suppressed recipients are pending without a report, accepted ones stay.",
            async trial =>
            {
                foreach (var state in new[] { OutboxState.Failed, OutboxState.Suppressed, OutboxState.Doubtful, OutboxState.Sent })
                {
                    var id = await EndAsync(trial, state).ConfigureAwait(false);
                    await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                    var before = trial.Now;
                    Expect.Same(true, await RequeueAsync(trial, id).ConfigureAwait(false), $"The answer to queuing a mail in {state} again");
                    var mail = await trial.MailAsync(id).ConfigureAwait(false);
                    Expect.Same(OutboxState.Ready, mail.State, "The state");
                    Expect.Same((0, 0), (mail.Attempts, mail.LostAttempts), "The attempts and the lost ones");
                    Expect.Same(null, mail.LastError, "The last error");
                    Expect.That(mail.QueuedAt >= before.AddSeconds(-1) && mail.CreatedAt < mail.QueuedAt, $"queued at {mail.QueuedAt:O}, written at {mail.CreatedAt:O}.");
                    var bob = mail.Recipients.Single(recipient => recipient.Address == Bob);
                    Expect.Same((OutboxRecipientState.Pending, null, false), (bob.State, bob.Report, bob.HasBounced), "The recipient who does not have it");
                    var ann = mail.Recipients.Single(recipient => recipient.Address == Ann).State;
                    Expect.Same(state == OutboxState.Sent ? OutboxRecipientState.Accepted : OutboxRecipientState.Pending, ann, "The state of the other");
                    var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                    Expect.Same(false, claim.InDoubt, "InDoubt");
                    await trial.One.CommitAsync(claim, new HoldCommit(trial.Now.AddDays(30), "done")).ConfigureAwait(false);
                }
            }),
        new(
            "A_mail_that_was_throttled_can_be_queued_again",
            "Throttled becomes Ready; its octets were kept.",
            async trial =>
            {
                var limit = new ThrottleLimit("again", 0, TimeSpan.FromHours(1));
                var journalId = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(limit)] }).ConfigureAwait(false);
                var id = Expect.One(await trial.MailsAsync(journalId).ConfigureAwait(false), "The mails").Id;
                Expect.Same(true, await RequeueAsync(trial, id).ConfigureAwait(false), "The answer");
                Expect.Same(id, (await trial.One.ClaimOneMailAsync().ConfigureAwait(false)).Entry.Id, "The mail claimed");
            }),
        new(
            "A_mail_that_waits_or_arrived_or_has_no_octets_is_not_queued_again",
            "RequeueAsync answers false and writes nothing.",
            async trial =>
            {
                var broken = trial.Mail() with { Content = null, Failure = "broken" };
                var waiting = trial.Mail() with { NotBefore = trial.Now.AddDays(1) };
                var journalId = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [broken, waiting, trial.Mail(), trial.Mail()] }).ConfigureAwait(false);
                var claims = await trial.One.ClaimMailAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claims[0], new SendingCommit()).ConfigureAwait(false);
                await trial.One.CommitAsync(claims[0], new DeliveryCommit([new OutboxRecipient(Ann, OutboxRecipientState.Accepted)], trial.Past)).ConfigureAwait(false);
                await trial.One.CommitAsync(claims[1], new SendingCommit()).ConfigureAwait(false);
                foreach (var mail in await trial.MailsAsync(journalId).ConfigureAwait(false))
                {
                    Expect.Same(false, await RequeueAsync(trial, mail.Id).ConfigureAwait(false), $"The answer for a mail in {mail.State}");
                    Expect.Same(Shown.Of(mail), Shown.Of(await trial.MailAsync(mail.Id).ConfigureAwait(false)), "The mail");
                }

                Expect.Same(false, await RequeueAsync(trial, 1_000_000).ConfigureAwait(false), "The answer for a mail that there is not");
            }),
        new(
            "A_mail_that_is_thrown_away_is_never_sent",
            "DiscardAsync sets Discarded with the reason, from Ready, Failed, Suppressed and Doubtful.",
            async trial =>
            {
                foreach (var state in new OutboxState?[] { null, OutboxState.Failed, OutboxState.Suppressed, OutboxState.Doubtful })
                {
                    var id = state is { } given ? await EndAsync(trial, given).ConfigureAwait(false) : await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                    Expect.Same(true, await DiscardAsync(trial, id).ConfigureAwait(false), "The answer");
                    var mail = await trial.MailAsync(id).ConfigureAwait(false);
                    Expect.Same((OutboxState.Discarded, "not wanted"), (mail.State, mail.LastError), "The state and the reason");
                    Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent");
                    Expect.Same(false, await RequeueAsync(trial, id).ConfigureAwait(false), "The answer to queuing it again");
                }
            }),
        new(
            "A_mail_that_somebody_holds_or_that_was_sent_is_not_thrown_away",
            "DiscardAsync answers false and writes nothing under a living claim, in Sending and in Sent.",
            async trial =>
            {
                var id = await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(false, await DiscardAsync(trial, id).ConfigureAwait(false), "The answer while it is claimed");
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                Expect.Same(false, await DiscardAsync(trial, id).ConfigureAwait(false), "The answer while it is in doubt");
                await trial.One.CommitAsync(claim, new DeliveryCommit([new OutboxRecipient(Ann, OutboxRecipientState.Accepted)], trial.Past)).ConfigureAwait(false);
                Expect.Same(false, await DiscardAsync(trial, id).ConfigureAwait(false), "The answer after it was sent");
                Expect.Same(OutboxState.Sent, (await trial.MailAsync(id).ConfigureAwait(false)).State, "The state");
            }),
    ];

    private static ValueTask<bool> RequeueAsync(MailTrial trial, long id) => trial.Store.Outbox.RequeueAsync(id, trial.Cancellation);

    private static ValueTask<bool> DiscardAsync(MailTrial trial, long id) => trial.Store.Outbox.DiscardAsync(id, "not wanted", trial.Cancellation);

    /// <summary>A mail that ended: in Sent ann has it and bob does not; otherwise nobody has it.</summary>
    private static async Task<long> EndAsync(MailTrial trial, OutboxState state)
    {
        await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail() with { Recipients = [Ann, Bob] }] }).ConfigureAwait(false);
        var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
        var recipient = state switch
        {
            OutboxState.Suppressed => OutboxRecipientState.Suppressed,
            OutboxState.Doubtful => OutboxRecipientState.Pending,
            _ => OutboxRecipientState.Failed,
        };
        OutboxRecipient[] recipients = [new(Ann, state == OutboxState.Sent ? OutboxRecipientState.Accepted : recipient, "1"), new(Bob, recipient, "2") { Report = "3" }];
        await trial.One.CommitAsync(claim, state is OutboxState.Sent or OutboxState.Failed ? new DeliveryCommit(recipients, trial.Past) : new SetAsideCommit(state, recipients, "aside")).ConfigureAwait(false);
        return claim.Entry.Id;
    }
}
