using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What a report that comes back changes.</summary>
internal static class RecipientReportRules
{
    private const string Ann = "ann@example.test";
    private const string Bob = "bob@example.test";

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_recipient_whose_mail_bounced_has_failed_and_the_others_have_not",
            "With the finish, enter the report at its recipient, without case; one who accepted has failed. A row that somebody else accepted stays Sent.",
            async trial =>
            {
                var id = await SentAsync(trial, [Ann, Bob]).ConfigureAwait(false);
                await ReportAsync(trial, new RecipientReport(id, "BOB@example.test", "5.1.1 nobody") { HasBounced = true }).ConfigureAwait(false);
                OutboxRecipient[] expected = [new(Ann, OutboxRecipientState.Accepted, "250"), new(Bob, OutboxRecipientState.Failed, "250") { Report = "5.1.1 nobody", HasBounced = true }];
                var mail = await trial.MailAsync(id).ConfigureAwait(false);
                Expect.Same(Shown.Of(expected), Shown.Of(mail.Recipients), "The recipients");
                Expect.Same(OutboxState.Sent, mail.State, "The state");
            }),
        new(
            "A_mail_that_bounced_for_all_is_failed",
            "When nobody is left who accepted it a row in Sent is Failed, with the report as its last error.",
            async trial =>
            {
                var id = await SentAsync(trial, [Ann]).ConfigureAwait(false);
                await ReportAsync(trial, new RecipientReport(id, Ann, "5.1.1 nobody") { HasBounced = true }).ConfigureAwait(false);
                var mail = await trial.MailAsync(id).ConfigureAwait(false);
                Expect.Same((OutboxState.Failed, "5.1.1 nobody"), (mail.State, mail.LastError), "The state and the last error");
            }),
        new(
            "A_report_of_a_delay_is_noted_and_changes_no_state",
            "Without HasBounced the report stands at its recipient, and all else stays; a later one takes its place.",
            async trial =>
            {
                var id = await SentAsync(trial, [Ann]).ConfigureAwait(false);
                await ReportAsync(trial, new RecipientReport(id, Ann, "4.4.1 first")).ConfigureAwait(false);
                await ReportAsync(trial, new RecipientReport(id, Ann, "4.4.1 delayed")).ConfigureAwait(false);
                var mail = await trial.MailAsync(id).ConfigureAwait(false);
                Expect.Same(Shown.Of([new OutboxRecipient(Ann, OutboxRecipientState.Accepted, "250") { Report = "4.4.1 delayed" }]), Shown.Of(mail.Recipients), "The recipients");
                Expect.Same((OutboxState.Sent, null), (mail.State, mail.LastError), "The state and the last error");
            }),
        new(
            "A_report_that_is_faster_than_the_delivery_is_kept",
            "A report on a row in Sending stands at its recipient; the delivery that follows keeps it, and the recipient has failed.",
            async trial =>
            {
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail()] }).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                await ReportAsync(trial, new RecipientReport(claim.Entry.Id, Ann, "5.1.1 nobody") { HasBounced = true }).ConfigureAwait(false);
                Expect.Same(OutboxState.Sending, (await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)).State, "The state while it is sent");
                await trial.One.CommitAsync(claim, new DeliveryCommit([new OutboxRecipient(Ann, OutboxRecipientState.Accepted, "250")], trial.Past)).ConfigureAwait(false);
                var mail = await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false);
                Expect.Same(OutboxState.Failed, mail.State, "The state");
                Expect.Same(
                    Shown.Of([new OutboxRecipient(Ann, OutboxRecipientState.Failed, "250") { Report = "5.1.1 nobody", HasBounced = true }]), Shown.Of(mail.Recipients), "The recipients");
            }),
        new(
            "A_report_of_nobody_changes_nothing",
            "A row or a recipient that there is not is passed over; the finish stands.",
            async trial =>
            {
                var id = await SentAsync(trial, [Ann]).ConfigureAwait(false);
                var before = await trial.MailAsync(id).ConfigureAwait(false);
                await ReportAsync(trial, new RecipientReport(id, "ann@example.tes", "wrong") { HasBounced = true }, new RecipientReport(1_000_000, Ann, "wrong") { HasBounced = true }).ConfigureAwait(false);
                Expect.Same(Shown.Of(before), Shown.Of(await trial.MailAsync(id).ConfigureAwait(false)), "The mail");
            }),
        new(
            "Mails_are_found_by_their_envelope_sender_without_case",
            "OutboxQuery.ReversePaths is where a report was sent to, and servers on the way may change its case.",
            async trial =>
            {
                var verp = trial.Mail() with { ReversePath = "support+abc@helpdesk.example" };
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [verp, trial.Mail(), trial.Mail() with { ReversePath = "support+xyz@helpdesk.example" }] }).ConfigureAwait(false);
                var found = await trial.FindAsync(new OutboxQuery { ReversePaths = ["nobody@helpdesk.example", "SUPPORT+ABC@helpdesk.example"] }).ConfigureAwait(false);
                Expect.SameList([verp.MessageId], found.Select(mail => mail.MessageId), "The mails found");
            }),
    ];

    private static async Task<long> SentAsync(MailTrial trial, string[] recipients)
    {
        await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail() with { Recipients = recipients }] }).ConfigureAwait(false);
        var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
        await trial.One.CommitAsync(
            claim, new DeliveryCommit([.. claim.Entry.Recipients.Select(recipient => recipient with { State = OutboxRecipientState.Accepted, Reply = "250" })], trial.Past)).ConfigureAwait(false);
        return claim.Entry.Id;
    }

    private static Task<long> ReportAsync(MailTrial trial, params RecipientReport[] reports) =>
        trial.AddAndFinishAsync(MailTrial.Finish(JournalOutcome.Recorded) with { Reports = reports });
}
