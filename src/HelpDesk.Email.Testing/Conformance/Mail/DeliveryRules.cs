using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What becomes of a mail by what an attempt gave.</summary>
internal static class DeliveryRules
{
    private const string Ann = "ann@example.test";
    private const string Bob = "bob@example.test";

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Sending_counts_an_attempt_once_a_claim",
            "SendingCommit sets Sending and counts, right before a transport gets the mail; a second one under the same claim is refused.",
            async trial =>
            {
                var claim = await ClaimAsync(trial).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                Expect.Same(
                    Shown.Of(claim.Entry with { State = OutboxState.Sending, Attempts = 1 }),
                    Shown.Of(await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)),
                    "The mail");
                Expect.Same(false, await trial.One.TryCommitAsync(claim, new SendingCommit()).ConfigureAwait(false), "The answer to a second SendingCommit");
                Expect.Same(1, (await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)).Attempts, "The attempts");
            }),
        new(
            "A_mail_that_every_recipient_accepted_is_sent",
            "No recipient pending and one accepted: Sent; with the recipients and their replies as given. It is never claimed again.",
            trial => ExpectAsync(
                trial,
                OutboxState.Sent,
                [new(Ann, OutboxRecipientState.Accepted, "250 2.0.0 OK 概要"), new(Bob, OutboxRecipientState.Accepted)])),
        new(
            "A_mail_that_some_recipients_refused_is_sent_all_the_same",
            "No recipient pending, one accepted and one failed: Sent; each recipient says how it ended.",
            trial => ExpectAsync(
                trial,
                OutboxState.Sent,
                [new(Ann, OutboxRecipientState.Failed, "550 5.1.1 no such user"), new(Bob, OutboxRecipientState.Accepted)])),
        new(
            "A_mail_that_no_recipient_accepted_is_failed",
            "No recipient pending and none accepted: Failed.",
            trial => ExpectAsync(
                trial,
                OutboxState.Failed,
                [new(Ann, OutboxRecipientState.Failed, "550"), new(Bob, OutboxRecipientState.Failed, "551")])),
        new(
            "A_mail_with_a_recipient_still_to_be_tried_is_ready_again",
            "One recipient pending: Ready again, not before the time given; those that accepted stay accepted.",
            async trial =>
            {
                var claim = await ClaimAsync(trial).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                var later = trial.Now.AddSeconds(15);
                OutboxRecipient[] recipients = [new(Ann, OutboxRecipientState.Accepted, "250"), new(Bob, OutboxRecipientState.Pending, "451 try later")];
                await trial.One.CommitAsync(claim, new DeliveryCommit(recipients, later) { Error = "451 try later" }).ConfigureAwait(false);
                var mail = await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false);
                Expect.Same(OutboxState.Ready, mail.State, "The state");
                Expect.Same(later, mail.NotBefore, "When it is tried again");
                Expect.Same(Shown.Of(recipients), Shown.Of(mail.Recipients), "The recipients");
                Expect.Same("451 try later", mail.LastError, "The last error");
                Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent before that time");
                await trial.PassAsync(TimeSpan.FromSeconds(15.1)).ConfigureAwait(false);
                var again = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(false, again.InDoubt, "InDoubt");
                await trial.One.CommitAsync(again, new SendingCommit()).ConfigureAwait(false);
                Expect.Same(2, (await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)).Attempts, "The attempts");
            }),
        new(
            "A_delivery_needs_an_attempt",
            "From Ready there is no DeliveryCommit: Sending is committed before a transport gets the mail, else a crash in between would be no doubt.",
            async trial =>
            {
                var claim = await ClaimAsync(trial).ConfigureAwait(false);
                var delivery = new DeliveryCommit([new(Ann, OutboxRecipientState.Accepted), new(Bob, OutboxRecipientState.Accepted)], trial.Past);
                Expect.Same(false, await trial.One.TryCommitAsync(claim, delivery).ConfigureAwait(false), "The answer to a delivery in Ready");
                Expect.Same(Shown.Of(claim.Entry), Shown.Of(await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)), "The mail");
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, delivery).ConfigureAwait(false);
                Expect.Same(false, await trial.One.TryCommitAsync(claim, delivery).ConfigureAwait(false), "The answer to a second delivery");
            }),
        new(
            "A_mail_put_on_hold_is_ready_again_without_an_attempt",
            "Hold sets Ready, NotBefore and LastError, takes back the attempt that this claim counted, and no other, and ends the claim.",
            async trial =>
            {
                var claim = await ClaimAsync(trial).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new HoldCommit(trial.Past, "log-in refused")).ConfigureAwait(false);
                var held = await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false);
                Expect.Same(OutboxState.Ready, held.State, "The state");
                Expect.Same(0, held.Attempts, "The attempts");
                Expect.Same("log-in refused", held.LastError, "The last error");

                claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                var later = trial.Now.AddSeconds(15);
                await trial.One.CommitAsync(claim, new HoldCommit(later, "quota")).ConfigureAwait(false);
                held = await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false);
                Expect.Same(1, held.Attempts, "The attempts of a mail whose earlier attempt was counted by another claim");
                Expect.Same(OutboxState.Ready, held.State, "The state");
                Expect.Same(later, held.NotBefore, "When it is tried again");
                Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent before that time");
                Expect.Same(false, await trial.One.TryCommitAsync(claim, new SendingCommit()).ConfigureAwait(false), "The answer to a commit under the ended claim");
            }),
        new(
            "The_message_id_a_provider_gave_belongs_to_the_ticket_too",
            "Some providers replace the Message-ID, and replies name theirs: index ProviderMessageId for the mail's ticket in the transaction of the delivery.",
            async trial =>
            {
                var claim = await ClaimAsync(trial).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new DeliveryCommit([new(Ann, OutboxRecipientState.Accepted), new(Bob, OutboxRecipientState.Accepted)], trial.Past)
                {
                    ProviderMessageId = "<theirs@provider.example>",
                }).ConfigureAwait(false);
                var found = await trial.Store.MessageIndex.FindAsync(["<theirs@provider.example>"], trial.Cancellation).ConfigureAwait(false);
                Expect.SameList([new IndexedMessage("<theirs@provider.example>", "1000")], found, "The messages found");
            }),
    ];

    private static async Task<OutboxClaim> ClaimAsync(MailTrial trial)
    {
        await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail() with { Recipients = [Ann, Bob] }] }).ConfigureAwait(false);
        return await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
    }

    private static async Task ExpectAsync(MailTrial trial, OutboxState state, OutboxRecipient[] recipients)
    {
        var claim = await ClaimAsync(trial).ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new DeliveryCommit(recipients, trial.Past) { Error = state == OutboxState.Failed ? "refused" : null }).ConfigureAwait(false);
        var mail = await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false);
        Expect.Same(state, mail.State, "The state");
        Expect.Same(Shown.Of(recipients), Shown.Of(mail.Recipients), "The recipients");
        Expect.Same(state == OutboxState.Failed ? "refused" : null, mail.LastError, "The last error");
        Expect.That(
            mail.LastAttemptAt >= trial.Now.AddSeconds(-60) && mail.LastAttemptAt <= trial.Now.AddSeconds(5), $"the time of the last attempt '{mail.LastAttemptAt:O}'.");
        await trial.EndLeasesAsync().ConfigureAwait(false);
        Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent");
    }
}
