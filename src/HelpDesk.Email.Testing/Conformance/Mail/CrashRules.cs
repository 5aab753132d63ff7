using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>A crash between any two commits leaves exactly what the first one wrote.</summary>
internal static class CrashRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_row_resumes_after_a_crash_where_its_last_commit_left_it",
            "Every commit is on disk when its call returns, whole: after a crash the row has the state, the words and the counts of its last commit, and goes on from there.",
            async trial =>
            {
                var id = await trial.AddAsync(trial.Row() with { NeedsAcknowledgement = true }).ConfigureAwait(false);
                await CrashAsync(trial, id).ConfigureAwait(false);
                foreach (var step in new JournalCommit[]
                {
                    new DecisionCommit("first", "trace 1", ["a"]),
                    new GiveUpCommit(Guid.NewGuid(), "trace 2"),
                    new DecisionCommit("second", "trace 3", ["b"]),
                    new ReleaseCommit(trial.Past, Counted: true, "trace 4") { Waiting = true },
                    new ResultCommit("result"),
                    MailTrial.Finish(),
                })
                {
                    var claim = await ResumeAsync(trial).ConfigureAwait(false);
                    Expect.Same(id, claim.Entry.Id, "The row that is claimed");
                    await CrashAsync(trial, id).ConfigureAwait(false);
                    claim = await ResumeAsync(trial).ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, step).ConfigureAwait(false);
                    await CrashAsync(trial, id).ConfigureAwait(false);
                }

                await trial.Store.Journal.MarkAcknowledgedAsync([id], trial.Cancellation).ConfigureAwait(false);
                await CrashAsync(trial, id).ConfigureAwait(false);
                var row = await trial.EntryAsync(id).ConfigureAwait(false);
                Expect.Same(JournalState.Finished, row.State, "The state in the end");
                Expect.Same("second", row.Decision, "The decision in the end");
                Expect.Same("result", row.Result, "The result in the end");
                Expect.Same(1, row.Conflicts, "The conflicts in the end");
            }),
        new(
            "What_follows_from_a_finish_survives_a_crash",
            "Index, mails with their octets, and events are in the transaction that finishes the row.",
            async trial =>
            {
                var finish = FinishRules.Full(trial);
                var id = await trial.AddAndFinishAsync(finish).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                await FinishRules.ExpectFollowedAsync(trial, id, finish).ConfigureAwait(false);
            }),
        new(
            "Octets_survive_a_crash",
            "The octets of a mail are on disk before its append returns: the source deletes them then.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 60, length: 3_000_000);
                var id = await trial.AddAsync(trial.Row(octets: octets)).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                using var content = Expect.Present(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false), "The content");
                var stream = content.OpenRead();
                await using (stream.ConfigureAwait(false))
                {
                    await octets.ExpectSameAsync(stream, "The content", trial.Cancellation).ConfigureAwait(false);
                }

                Expect.Same(AppendStatus.Known, (await trial.AppendAsync(trial.Row("uid:1")).ConfigureAwait(false))[0].Status, "The answer to the same receipt after the crash");
            }),
        new(
            "Reservations_survive_a_crash",
            "A reservation stands as long as its decision, whatever becomes of the process.",
            async trial =>
            {
                var holder = await trial.AddAndDecideAsync("a").ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var result = await trial.One.TryCommitAsync(claim, MailTrial.Decision("a")).ConfigureAwait(false);
                Expect.Same(CommitStatus.ReservationTaken, result.Status, "The status of the decision");
                Expect.Same(holder.Entry.Id, Expect.Present(result.Holder, "The row that has the reservation").Id, "The row that has the reservation");
            }),
        new(
            "Throttle_counts_survive_a_crash",
            "A process that crashes and comes back in a loop must not send without limit: counts are stored.",
            async trial =>
            {
                var limit = new ThrottleLimit("auto:ann@example.test", 1, TimeSpan.FromHours(1));
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(limit)] }).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                var id = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(limit)] }).ConfigureAwait(false);
                var mail = Expect.One(await trial.MailsAsync(id).ConfigureAwait(false), "The mails that follow from the row");
                Expect.Same(OutboxState.Throttled, mail.State, "The state of the mail over the limit");
            }),
        new(
            "A_mail_resumes_after_a_crash_where_its_last_commit_left_it",
            "Sending is on disk before a transport gets the mail, and what an attempt gave when its commit returns.",
            async trial =>
            {
                var id = await OutboxClaimRules.AddMailAsync(trial).ConfigureAwait(false);
                await CrashMailAsync(trial, id).ConfigureAwait(false);
                foreach (var (step, attempts) in new (OutboxCommit Step, int Attempts)[]
                {
                    (new HoldCommit(trial.Past, "closed"), 0),
                    (new DeliveryCommit([new OutboxRecipient("ann@example.test", OutboxRecipientState.Pending, "451")], trial.Past) { Error = "451" }, 1),
                    (new DeliveryCommit([new OutboxRecipient("ann@example.test", OutboxRecipientState.Accepted, "250")], trial.Past), 2),
                })
                {
                    await trial.RestartAsync().ConfigureAwait(false);
                    var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
                    await trial.One.CommitAsync(claim, step).ConfigureAwait(false);
                    await CrashMailAsync(trial, id).ConfigureAwait(false);
                    Expect.Same(attempts, (await trial.MailAsync(id).ConfigureAwait(false)).Attempts, $"The attempts after the {step.GetType().Name}");
                }

                Expect.Same(OutboxState.Sent, (await trial.MailAsync(id).ConfigureAwait(false)).State, "The state in the end");
            }),
        new(
            "An_event_resumes_after_a_crash_where_its_last_commit_left_it",
            "An event that was set back keeps its count; one that was told stays gone.",
            async trial =>
            {
                await trial.AddAndFinishAsync(FinishRules.Full(trial)).ConfigureAwait(false);
                var claim = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming one event");
                await trial.One.CompleteAsync(claim, trial.Past).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                var again = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming the event after the crash");
                Expect.Same(claim.Event, again.Event, "The event");
                Expect.Same(2, again.Attempts, "The attempts");
                Expect.That(again.Fence > claim.Fence, $"the fence {again.Fence} after {claim.Fence}.");
                await trial.One.CompleteAsync(again).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                Expect.Same(0, (await trial.One.ClaimEventsAsync().ConfigureAwait(false)).Count, "The number of events after it was told");
            }),
        new(
            "Suspicion_survives_a_crash",
            "What is known of attempts that ended with their process is stored: the pauses and being claimed alone go on after a restart.",
            async trial =>
            {
                await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                await trial.One.ClaimOneAsync().ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.RestartAsync().ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(25)).ConfigureAwait(false);
                await trial.One.ExpectNothingReadyAsync("25 seconds after it was lost a second time").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(5.1)).ConfigureAwait(false);
                var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.Same(true, claim.Alone, "Alone");
                Expect.Same(2, claim.Entry.Attempts, "The attempts");
            }),
        new(
            "Mailbox_states_and_fences_survive_a_crash",
            "Cursors are stored, and fences go on from where they were: a greater fence is what shuts a paused worker out.",
            async trial =>
            {
                var state = new MailboxState("cursor", trial.Now, 2);
                await trial.Store.Mailboxes.WriteAsync("support", state, trial.Cancellation).ConfigureAwait(false);
                var lease = await trial.Store.Leases.TryAcquireAsync("mailbox/support", trial.One.Node, MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false);
                Expect.Present(lease, "A lease that is free");
                var observer = await trial.CrashAsync().ConfigureAwait(false);
                Expect.Same(state, await trial.Store.Mailboxes.ReadAsync("support", trial.Cancellation).ConfigureAwait(false), "The state");
                Expect.Same(
                    null,
                    await trial.Store.Leases.TryAcquireAsync("mailbox/support", observer.Node, MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false),
                    "A lease that lives on after the crash of its holder");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var taken = await trial.Store.Leases.TryAcquireAsync("mailbox/support", observer.Node, MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false);
                Expect.That(Expect.Present(taken, "A lease that ended").Fence > lease.Fence, $"the fence {taken.Fence} after {lease.Fence}.");
            }),
    ];

    /// <summary>Crashes, and expects the row exactly as it was before.</summary>
    private static async Task CrashAsync(MailTrial trial, long id)
    {
        var before = Shown.Of(await trial.EntryAsync(id).ConfigureAwait(false));
        await trial.CrashAsync().ConfigureAwait(false);
        Expect.Same(before, Shown.Of(await trial.EntryAsync(id).ConfigureAwait(false)), "The row after the crash");
    }

    /// <summary>Crashes, and expects the mail exactly as it was before.</summary>
    private static async Task CrashMailAsync(MailTrial trial, long id)
    {
        var before = Shown.Of(await trial.MailAsync(id).ConfigureAwait(false));
        await trial.CrashAsync().ConfigureAwait(false);
        Expect.Same(before, Shown.Of(await trial.MailAsync(id).ConfigureAwait(false)), "The mail after the crash");
    }

    /// <summary>Restarts and claims the row, free of suspicion.</summary>
    private static async Task<JournalClaim> ResumeAsync(MailTrial trial)
    {
        await trial.RestartAsync().ConfigureAwait(false);
        await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
        var claim = await trial.One.ClaimOneAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new ReleaseCommit(trial.Past, Counted: false, claim.Entry.Trace ?? string.Empty)
        {
            Waiting = claim.Entry.WaitingSince is not null,
        }).ConfigureAwait(false);
        return await trial.One.ClaimOneAsync().ConfigureAwait(false);
    }
}
