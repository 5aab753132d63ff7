using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How much work waits.</summary>
internal static class BacklogRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "The_backlog_counts_the_rows_that_are_not_finished_and_tells_since_when_the_first_waits",
            "Count unfinished rows, claimed or not, due or not; OldestUnfinished is the ReceivedAt of the one with the lowest id, null without one.",
            async trial =>
            {
                Expect.Same(new MailBacklog(), await MeasureAsync(trial).ConfigureAwait(false), "The backlog of an empty store");
                var first = trial.Row() with { ReceivedAt = trial.Now.AddHours(-2) };
                await trial.AddAsync(first).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                var second = trial.Row() with { ReceivedAt = trial.Now.AddHours(-1) };
                await trial.AddAsync(second).ConfigureAwait(false);
                Expect.Same(
                    new MailBacklog { UnfinishedRows = 2, OldestUnfinished = first.ReceivedAt }, await MeasureAsync(trial).ConfigureAwait(false), "The backlog with two rows");
                await trial.One.CommitAsync(claim, MailTrial.Finish()).ConfigureAwait(false);
                Expect.Same(
                    new MailBacklog { UnfinishedRows = 1, OldestUnfinished = second.ReceivedAt }, await MeasureAsync(trial).ConfigureAwait(false), "The backlog after the first was finished");
            }),
        new(
            "The_backlog_counts_the_mails_that_are_open_and_tells_since_when_the_first_is_due",
            "Count mails in Ready and Sending; OldestDueMail is the earliest NotBefore of them that is past, null when none is due.",
            async trial =>
            {
                var later = trial.Mail() with { NotBefore = trial.Now.AddHours(1) };
                var broken = trial.Mail() with { Content = null, Failure = "broken" };
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [later, broken] }).ConfigureAwait(false);
                Expect.Same(new MailBacklog { OpenMails = 1 }, await MeasureAsync(trial).ConfigureAwait(false), "The backlog with a mail that is not due");
                var due = trial.Mail() with { NotBefore = trial.Now.AddMinutes(-10) };
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [due] }).ConfigureAwait(false);
                await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                Expect.Same(
                    new MailBacklog { OpenMails = 2, OldestDueMail = due.NotBefore }, await MeasureAsync(trial).ConfigureAwait(false), "The backlog with a mail that is due and claimed");
            }),
    ];

    private static Task<MailBacklog> MeasureAsync(MailTrial trial) => trial.Store.Backlog.MeasureAsync(trial.Cancellation).AsTask();
}
