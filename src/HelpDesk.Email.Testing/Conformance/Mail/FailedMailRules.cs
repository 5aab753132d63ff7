using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Failed mail is kept for a while, and then deleted.</summary>
internal static class FailedMailRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Failed_mails_are_deleted_when_they_are_old_enough_and_no_others",
            "Delete mails in Failed whose last attempt ended (without one: that were written) before the moment; leave those in any other state.",
            async trial =>
            {
                var broken = trial.Mail() with { Content = null, Failure = "broken" };
                var refused = trial.Mail();
                var waiting = trial.Mail() with { NotBefore = trial.Now.AddDays(1) };
                var id = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [broken, refused, waiting] }).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                var moment = trial.Now;
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                await FailAsync(trial).ConfigureAwait(false);
                Expect.Same(1, await DeleteAsync(trial, moment, 10).ConfigureAwait(false), "How many mails were deleted that failed before the moment");
                Expect.SameList(
                    [refused.MessageId, waiting.MessageId], (await trial.MailsAsync(id).ConfigureAwait(false)).Select(mail => mail.MessageId), "The mails that are left");
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                Expect.Same(1, await DeleteAsync(trial, trial.Now, 10).ConfigureAwait(false), "How many mails were deleted after the last attempt was over too");
                var left = Expect.One(await trial.MailsAsync(id).ConfigureAwait(false), "The mails that are left at last");
                Expect.Same(waiting.MessageId, left.MessageId, "The mail that is left at last");
            }),
        new(
            "Deleting_failed_mails_takes_no_more_than_it_may",
            "Delete at most max mails a call; the next call goes on, until one deletes nothing.",
            async trial =>
            {
                var broken = Enumerable.Range(0, 3).Select(_ => trial.Mail() with { Content = null, Failure = "broken" });
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [.. broken] }).ConfigureAwait(false);
                foreach (var expected in new[] { 2, 1, 0 })
                {
                    Expect.Same(expected, await DeleteAsync(trial, trial.Now.AddDays(1), 2).ConfigureAwait(false), "How many mails a call deleted that may delete two");
                }
            }),
    ];

    private static async Task FailAsync(MailTrial trial)
    {
        var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
        var recipients = claim.Entry.Recipients.Select(recipient => recipient with { State = OutboxRecipientState.Failed, Reply = "550 no" });
        await trial.One.CommitAsync(claim, new DeliveryCommit([.. recipients], trial.Past)).ConfigureAwait(false);
    }

    private static Task<int> DeleteAsync(MailTrial trial, DateTimeOffset before, int max) =>
        trial.Store.Retention.DeleteFailedMailAsync(before, max, trial.Cancellation).AsTask();
}
