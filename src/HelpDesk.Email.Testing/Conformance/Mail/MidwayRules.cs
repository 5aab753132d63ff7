using System.Globalization;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Calls that are cancelled while they run leave everything or nothing, at whatever moment.</summary>
internal static class MidwayRules
{
    private static readonly string[] Recipients = ["ann@example.test", "bob@example.test"];

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "An_append_that_is_cancelled_at_any_moment_leaves_all_rows_or_none",
            "One transaction for the batch: when its token is cancelled it is rolled back as a whole, or it stands as a whole.",
            async trial =>
            {
                for (var i = 0; i < Midway.Moments; i++)
                {
                    NewJournalEntry[] rows = [trial.Row(), trial.Row(), trial.Row()];
                    var before = (await trial.FindAsync(new JournalQuery { Limit = 1000 }).ConfigureAwait(false)).Count;
                    var isCancelled = await Midway.CancelAsync(i, token => trial.Store.Journal.AppendAsync(rows, token).AsTask(), trial.Cancellation).ConfigureAwait(false);
                    var added = (await trial.FindAsync(new JournalQuery { Limit = 1000 }).ConfigureAwait(false)).Count - before;
                    Expect.That(added is 0 or 3, $"{added} of three rows after an append that was cancelled.");
                    Expect.That(isCancelled || added == 3, "an append that went on to its end and wrote nothing.");
                    await trial.AppendAsync(rows).ConfigureAwait(false);
                    Expect.Same(before + 3, (await trial.FindAsync(new JournalQuery { Limit = 1000 }).ConfigureAwait(false)).Count, "The number of rows after the repeat");
                }
            }),
        new(
            "A_commit_that_is_cancelled_at_any_moment_is_there_whole_or_not_at_all",
            "State, index, mails, events and throttle counts are one transaction; its answer may be lost, and its parts may not part.",
            async trial =>
            {
                for (var i = 0; i < Midway.Moments; i++)
                {
                    var claim = await trial.AddAndDecideAsync($"reserved-{i}").ConfigureAwait(false);
                    var finish = Finish(trial, i);
                    var isCancelled = await Midway.CancelAsync(i, token => trial.Store.Queue.CommitAsync(claim, finish, token).AsTask(), trial.Cancellation).ConfigureAwait(false);
                    var isFinished = (await trial.EntryAsync(claim.Entry.Id).ConfigureAwait(false)).State == JournalState.Finished;
                    Expect.That(isCancelled || isFinished, "a commit that went on to its end and wrote nothing.");
                    await ExpectFollowedAsync(trial, claim.Entry.Id, finish, isFinished ? 1 : 0).ConfigureAwait(false);
                    if (!isFinished)
                    {
                        await trial.One.CommitAsync(claim, finish).ConfigureAwait(false);
                        await ExpectFollowedAsync(trial, claim.Entry.Id, finish, 1).ConfigureAwait(false);
                    }

                    foreach (var told in await trial.One.ClaimEventsAsync().ConfigureAwait(false))
                    {
                        Expect.Same(finish.Events[0], told.Event, "The event that follows from the row");
                        await trial.One.CompleteAsync(told).ConfigureAwait(false);
                    }
                }
            }),
        new(
            "A_delivery_that_is_cancelled_at_any_moment_is_noted_for_all_recipients_or_none",
            "State and recipients of a mail are one transaction: who was noted as served is not served again.",
            async trial =>
            {
                for (var i = 0; i < Midway.Moments; i++)
                {
                    await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail() with { Recipients = Recipients }] }).ConfigureAwait(false);
                    var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                    var delivery = new DeliveryCommit([.. Recipients.Select(each => new OutboxRecipient(each, OutboxRecipientState.Accepted, "250"))], trial.Past);
                    var isCancelled = await Midway.CancelAsync(i, token => trial.Store.Outbox.CommitAsync(claim, delivery, token).AsTask(), trial.Cancellation).ConfigureAwait(false);
                    var mail = await trial.MailAsync(claim.Entry.Id).ConfigureAwait(false);
                    var isSent = mail.State == OutboxState.Sent;
                    Expect.That(isCancelled || isSent, "a delivery that went on to its end and wrote nothing.");
                    Expect.That(
                        mail.Recipients.All(each => each.State == (isSent ? OutboxRecipientState.Accepted : OutboxRecipientState.Pending)),
                        $"a mail in {mail.State} with the recipients {Shown.Of(mail.Recipients)}.");
                    if (!isSent)
                    {
                        await trial.One.CommitAsync(claim, delivery).ConfigureAwait(false);
                    }
                }
            }),
    ];

    private static FinishCommit Finish(MailTrial trial, int number) => FinishRules.Full(trial) with
    {
        Index = [new IndexedMessage(string.Create(CultureInfo.InvariantCulture, $"<in-{number}@sender.example>"), "1000")],
        Outbox = [trial.Mail(), trial.Mail()],
    };

    private static async Task ExpectFollowedAsync(MailTrial trial, long id, FinishCommit finish, int times)
    {
        Expect.Same(times * finish.Outbox.Count, (await trial.MailsAsync(id).ConfigureAwait(false)).Count, "The number of mails that follow from the row");
        Expect.Same(
            times, (await trial.Store.MessageIndex.FindAsync([finish.Index[0].MessageId], trial.Cancellation).ConfigureAwait(false)).Count, "The number of messages that were indexed with the row");
    }
}
