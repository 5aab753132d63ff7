using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>What a cancelled call leaves: everything or nothing.</summary>
internal static class CancellationRules
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_journal_call_that_is_cancelled_beforehand_changes_nothing",
            "With a token that is cancelled already each call throws OperationCanceledException and writes nothing.",
            async trial =>
            {
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var waiting = await trial.AddAsync(trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                var before = await ShowAsync(trial).ConfigureAwait(false);
                await ExpectCancelledAsync(() => trial.Store.Journal.AppendAsync([trial.Row()], Cancelled).AsTask()).ConfigureAwait(false);
                await ExpectCancelledAsync(() => trial.Store.Journal.MarkAcknowledgedAsync([waiting], Cancelled).AsTask()).ConfigureAwait(false);
                await ExpectCancelledAsync(() => trial.Store.Queue.CommitAsync(claim, MailTrial.Decision("a"), Cancelled).AsTask()).ConfigureAwait(false);
                await ExpectCancelledAsync(() => trial.Store.Queue.CommitAsync(claim, FinishRules.Full(trial), Cancelled).AsTask()).ConfigureAwait(false);
                Expect.Same(before, await ShowAsync(trial).ConfigureAwait(false), "The journal after the cancelled calls");
                await trial.One.CommitAsync(claim, MailTrial.Decision("a")).ConfigureAwait(false);
            }),
        new(
            "A_call_for_outgoing_mail_that_is_cancelled_beforehand_changes_nothing",
            "With a token that is cancelled already each call throws OperationCanceledException and writes nothing.",
            async trial =>
            {
                await trial.AddAndFinishAsync(FinishRules.Full(trial)).ConfigureAwait(false);
                var mail = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                var hostEvent = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming one event");
                await ExpectCancelledAsync(() => trial.Store.Outbox.CommitAsync(mail, new SendingCommit(), Cancelled).AsTask()).ConfigureAwait(false);
                await ExpectCancelledAsync(() => trial.Store.HostEvents.CompleteAsync(hostEvent, null, Cancelled).AsTask()).ConfigureAwait(false);
                await ExpectCancelledAsync(
                    () => trial.Store.Mailboxes.WriteAsync("support", new MailboxState("cursor", null, 0), Cancelled).AsTask()).ConfigureAwait(false);
                Expect.Same(Shown.Of(mail.Entry), Shown.Of(await trial.MailAsync(mail.Entry.Id).ConfigureAwait(false)), "The mail after the cancelled call");
                Expect.Same(null, await trial.Store.Mailboxes.ReadAsync("support", trial.Cancellation).ConfigureAwait(false), "The state of the mailbox");
                await trial.One.CompleteAsync(hostEvent).ConfigureAwait(false);
            }),
        new(
            "An_append_that_is_cancelled_midway_leaves_all_rows_or_none",
            "A token cancelled while octets are read ends the append with everything rolled back, or the append goes on to its end.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 50, length: 3_000_000);
                using var source = CancellationTokenSource.CreateLinkedTokenSource(trial.Cancellation);
                var midway = trial.Row("uid:2") with
                {
                    Content = new GeneratedContent(octets, position => { if (position > octets.Length / 2) { source.Cancel(); } }),
                };
                var isCancelled = await Expect.IsCancelledAsync(
                    () => trial.Store.Journal.AppendAsync([trial.Row("uid:1"), midway, trial.Row("uid:3")], source.Token).AsTask()).ConfigureAwait(false);
                var rows = await trial.FindAsync(new JournalQuery()).ConfigureAwait(false);
                Expect.That(rows.Count is 0 or 3, $"{rows.Count} of three rows after an append that was cancelled midway.");
                Expect.That(isCancelled || rows.Count == 3, "an append that went on to its end and wrote nothing.");
                var results = await trial.AppendAsync(trial.Row("uid:1"), trial.Row("uid:2"), trial.Row("uid:3")).ConfigureAwait(false);
                var expected = rows.Count == 0 ? AppendStatus.Added : AppendStatus.Known;
                Expect.That(results.All(result => result.Status == expected), "rows that were there only in part.");
            }),
        new(
            "A_claim_that_is_cancelled_leaves_its_rows_to_be_claimed",
            "Rows that a cancelled call may have taken are free again after their lease at the latest.",
            async trial =>
            {
                await trial.AddAsync(2).ConfigureAwait(false);
                await Expect.IsCancelledAsync(() => trial.Store.Queue.ClaimAsync(trial.One.Node, 10, MailTrial.LeaseTime, Cancelled).AsTask()).ConfigureAwait(false);
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var claimed = (await trial.One.ClaimAsync().ConfigureAwait(false)).Count;
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                for (var calls = 0; calls < 2; calls++)
                {
                    claimed += (await trial.One.ClaimAsync().ConfigureAwait(false)).Count;
                }

                Expect.Same(2, claimed, "The number of rows handed out after the cancelled call");
            }),
    ];

    private static async Task ExpectCancelledAsync(Func<Task> callAsync) =>
        Expect.That(await Expect.IsCancelledAsync(callAsync).ConfigureAwait(false), "a call that ran under a cancelled token.");

    private static async Task<string> ShowAsync(MailTrial trial) =>
        string.Join("\n", (await trial.FindAsync(new JournalQuery()).ConfigureAwait(false)).Select(Shown.Of));
}
