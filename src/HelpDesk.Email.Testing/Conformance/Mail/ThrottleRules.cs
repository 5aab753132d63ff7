using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How many mails go to one place.</summary>
internal static class ThrottleRules
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_mail_over_a_limit_is_throttled_and_never_sent",
            "Of Limit mails in the window each is Ready, the next is written as Throttled: it is kept, and never claimed.",
            async trial =>
            {
                var limit = new ThrottleLimit("auto:ann@example.test", 2, Hour);
                await ExpectStatesAsync(trial, [limit], OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
                Expect.Same(2, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent");
            }),
        new(
            "Mails_of_one_finish_count_one_after_another",
            "The second mail of a finish sees the first one counted.",
            async trial =>
            {
                var limit = new ThrottleLimit("auto:ann@example.test", 2, Hour);
                var id = await trial.AddAndFinishAsync(
                    MailTrial.Finish() with { Outbox = [trial.Mail(limit), trial.Mail(limit), trial.Mail(limit)] }).ConfigureAwait(false);
                var mails = await trial.MailsAsync(id).ConfigureAwait(false);
                Expect.SameList([OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled], mails.Select(mail => mail.State), "The states");
            }),
        new(
            "A_throttled_mail_counts_nowhere",
            "A mail that one of its limits stops counts against none of the others.",
            async trial =>
            {
                var full = new ThrottleLimit("full", 0, Hour);
                var other = new ThrottleLimit("other", 1, Hour);
                await ExpectStatesAsync(trial, [other, full], OutboxState.Throttled, OutboxState.Throttled).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [other], OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
            }),
        new(
            "Each_of_several_limits_holds",
            "A mail counts against every key it names, and one that is reached is enough to stop it.",
            async trial =>
            {
                var ann = new ThrottleLimit("ann", 1, Hour);
                var all = new ThrottleLimit("all", 2, Hour);
                var bob = new ThrottleLimit("bob", 5, Hour);
                await ExpectStatesAsync(trial, [ann, all], OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [bob, all], OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [bob], OutboxState.Ready).ConfigureAwait(false);
            }),
        new(
            "A_mail_counts_once_for_each_key",
            "Two limits on one key (so many an hour, so many a day) count the same mail once.",
            async trial =>
            {
                var hour = new ThrottleLimit("ann", 2, Hour);
                var day = new ThrottleLimit("ann", 3, TimeSpan.FromDays(1));
                await ExpectStatesAsync(trial, [hour, day], OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [day], OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
            }),
        new(
            "The_window_slides",
            "Count what was written within the window before now, on the store's clock, not within the hour of the clock on the wall.",
            async trial =>
            {
                var limit = new ThrottleLimit("ann", 2, TimeSpan.FromSeconds(10));
                await ExpectStatesAsync(trial, [limit], OutboxState.Ready).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(6)).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [limit], OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(4.1)).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [limit], OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(10.1)).ConfigureAwait(false);
                await ExpectStatesAsync(trial, [limit], OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled).ConfigureAwait(false);
            }),
        new(
            "A_mail_that_could_not_be_made_counts_nowhere",
            "A row with a Failure is written as Failed whatever its limits, and is not counted.",
            async trial =>
            {
                var limit = new ThrottleLimit("ann", 1, Hour);
                var failed = trial.Mail(limit) with { Content = null, Failure = "no such template" };
                var id = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [failed, trial.Mail(limit), failed] }).ConfigureAwait(false);
                var mails = await trial.MailsAsync(id).ConfigureAwait(false);
                Expect.SameList([OutboxState.Failed, OutboxState.Ready, OutboxState.Failed], mails.Select(mail => mail.State), "The states");
            }),
        new(
            "Finishes_at_once_do_not_pass_a_limit",
            "Count and compare in one step: of many finishes at once no more than Limit mails are Ready.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await trial.AddAsync(12).ConfigureAwait(false);
                var first = await trial.One.ClaimAsync(6).ConfigureAwait(false);
                var second = await two.ClaimAsync(6).ConfigureAwait(false);
                JournalClaim[] claims = [.. first, .. second];
                Expect.Same(12, claims.Length, "The number of rows claimed");
                var limit = new ThrottleLimit("ann", 3, Hour);
                await Crowd.RunAsync(
                    12, i => (i < 6 ? trial.One : two).TryCommitAsync(claims[i], MailTrial.Finish() with { Outbox = [trial.Mail(limit)] })).ConfigureAwait(false);
                Expect.Same(3, (await trial.FindAsync(new OutboxQuery { State = OutboxState.Ready }).ConfigureAwait(false)).Count, "The number of mails to be sent");
                Expect.Same(9, (await trial.FindAsync(new OutboxQuery { State = OutboxState.Throttled }).ConfigureAwait(false)).Count, "The number of throttled mails");
            }),
    ];

    private static async Task ExpectStatesAsync(MailTrial trial, ThrottleLimit[] limits, params OutboxState[] states)
    {
        foreach (var state in states)
        {
            var id = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(limits)] }).ConfigureAwait(false);
            var mail = Expect.One(await trial.MailsAsync(id).ConfigureAwait(false), "The mails that follow from the row");
            Expect.Same(state, mail.State, "The state of the mail");
        }
    }
}
