using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Mails that may have taken their process along, and mails that a person decides about.</summary>
internal static class OutboxDoubtRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Attempts_in_doubt_that_end_with_their_process_are_counted",
            "A row found in Sending after a claim in doubt that had sent it once more has one more LostAttempts; the first doubt, and a claim that sent nothing, count none.",
            async trial =>
            {
                await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                foreach (var expected in new[] { 0, 0, 1, 2 })
                {
                    var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                    Expect.Same(expected, claim.Entry.LostAttempts, "The lost attempts");
                    await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                    await trial.EndLeasesAsync().ConfigureAwait(false);
                }

                var unsent = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(3, unsent.Entry.LostAttempts, "The lost attempts");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                Expect.Same(3, (await trial.One.ClaimOneMailAsync().ConfigureAwait(false)).Entry.LostAttempts, "The lost attempts after a claim that sent nothing");
            }),
        new(
            "An_attempt_that_comes_back_makes_good_the_lost_ones",
            "DeliveryCommit and HoldCommit set LostAttempts to zero: the process survived.",
            async trial =>
            {
                foreach (var commit in new OutboxCommit[]
                {
                    new DeliveryCommit([new OutboxRecipient("ann@example.test", OutboxRecipientState.Pending, "451")], trial.Now.AddDays(1)), new HoldCommit(trial.Now.AddDays(1), "closed"),
                })
                {
                    var id = await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                    for (var i = 0; i < 3; i++)
                    {
                        await trial.One.CommitAsync(await trial.One.ClaimOneMailAsync().ConfigureAwait(false), new SendingCommit()).ConfigureAwait(false);
                        await trial.EndLeasesAsync().ConfigureAwait(false);
                    }

                    var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                    Expect.Same(2, claim.Entry.LostAttempts, "The lost attempts");
                    await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, commit).ConfigureAwait(false);
                    Expect.Same(0, (await trial.MailAsync(id).ConfigureAwait(false)).LostAttempts, $"The lost attempts after a {commit.GetType().Name}");
                }
            }),
        new(
            "A_mail_that_was_sent_alone_when_its_process_died_rests_when_the_name_comes_back",
            "On joining, a row in Sending under a claim in doubt that had sent it is handed out after 30 seconds, twice as long each further time, 5 minutes at most; the first doubt at once.",
            async trial =>
            {
                await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                await SendAndCrashAsync(trial).ConfigureAwait(false);
                var lost = 0;
                foreach (var rest in new[] { 30, 60, 120, 240, 300, 300 })
                {
                    await SendAndCrashAsync(trial).ConfigureAwait(false);
                    await trial.PassAsync(TimeSpan.FromSeconds(rest - 5)).ConfigureAwait(false);
                    Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, $"The number of mails handed out {rest - 5} seconds after the restart, with {lost} lost attempts before");
                    await trial.PassAsync(TimeSpan.FromSeconds(5.1)).ConfigureAwait(false);
                    var mail = await trial.MailAsync((await trial.One.ClaimOneMailAsync().ConfigureAwait(false)).Entry.Id).ConfigureAwait(false);
                    Expect.Same((OutboxState.Sending, ++lost), (mail.State, mail.LostAttempts), "The state and the lost attempts");
                    await RestartAsync(trial).ConfigureAwait(false);
                }
            }),
        new(
            "A_crash_costs_a_mail_nothing_that_was_claimed_and_not_begun",
            "On joining, the rows of a batch that are still Ready are due at once, not in doubt, without an attempt, however often that happens.",
            async trial =>
            {
                var poison = await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(), trial.Mail()] }).ConfigureAwait(false);
                for (var i = 0; i < 4; i++)
                {
                    var claims = await trial.One.ClaimMailAsync().ConfigureAwait(false);
                    var others = claims.Where(claim => claim.Entry.Id != poison).ToList();
                    Expect.Same(2, others.Count, "The number of mails beside the one that takes the process along");
                    Expect.That(others.TrueForAll(claim => !claim.InDoubt && claim.Entry is { State: OutboxState.Ready, Attempts: 0, LostAttempts: 0 }), "a mail that was never begun is in doubt, or has an attempt.");
                    foreach (var claim in claims.Where(claim => claim.Entry.Id == poison))
                    {
                        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                    }

                    await RestartAsync(trial).ConfigureAwait(false);
                }
            }),
        new(
            "A_mail_is_set_aside_from_ready_and_from_sending",
            "SetAsideCommit ends the claim and the row in the state given, with its recipients and its reason; it is never claimed again.",
            async trial =>
            {
                OutboxRecipient[] recipients = [new("ann@example.test", OutboxRecipientState.Suppressed, "no mail")];
                foreach (var (state, isSending) in new[] { (OutboxState.Doubtful, true), (OutboxState.Suppressed, false), (OutboxState.Failed, false), (OutboxState.Failed, true) })
                {
                    var id = await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                    var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                    if (isSending)
                    {
                        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                    }

                    await trial.One.CommitAsync(claim, new SetAsideCommit(state, recipients, "because")).ConfigureAwait(false);
                    var mail = await trial.MailAsync(id).ConfigureAwait(false);
                    Expect.Same(state, mail.State, "The state");
                    Expect.Same("because", mail.LastError, "The last error");
                    Expect.Same(Shown.Of(recipients), Shown.Of(mail.Recipients), "The recipients");
                    await trial.EndLeasesAsync().ConfigureAwait(false);
                    Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent");
                }
            }),
        new(
            "A_mail_is_set_aside_to_an_end_alone",
            "A SetAsideCommit with Ready, Sending, Sent, Throttled or Discarded is refused.",
            async trial =>
            {
                await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                foreach (var state in new[] { OutboxState.Ready, OutboxState.Sending, OutboxState.Sent, OutboxState.Throttled, OutboxState.Discarded })
                {
                    Expect.Same(false, await trial.One.TryCommitAsync(claim, new SetAsideCommit(state, claim.Entry.Recipients, "wrong")).ConfigureAwait(false), $"The answer to setting aside as {state}");
                }

                Expect.Same(Shown.Of(claim.Entry), Shown.Of(await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false)), "The mail");
            }),
    ];

    private static async Task SendAndCrashAsync(MailTrial trial)
    {
        await trial.One.CommitAsync(await trial.One.ClaimOneMailAsync().ConfigureAwait(false), new SendingCommit()).ConfigureAwait(false);
        await RestartAsync(trial).ConfigureAwait(false);
    }

    private static async Task RestartAsync(MailTrial trial)
    {
        await trial.CrashAsync().ConfigureAwait(false);
        await trial.RestartAsync().ConfigureAwait(false);
    }
}
