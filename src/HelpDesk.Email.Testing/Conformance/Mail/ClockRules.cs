using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>A clock that is set forward or back doubles nothing and loses nothing.</summary>
internal static class ClockRules
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_clock_that_jumps_ahead_frees_what_is_held_and_the_old_holder_changes_nothing",
            "Leases end by the clock alone, however far it jumped; the fence then keeps out whoever held the row before.",
            async trial =>
            {
                var row = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.JumpAsync(TimeSpan.FromDays(30)).ConfigureAwait(false);
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await two.ExpectNothingReadyAsync("right after its lease ended").ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(1.1)).ConfigureAwait(false);
                var taken = await two.ClaimOneAsync().ConfigureAwait(false);
                Expect.That(taken.Fence > row.Fence, $"the fence {taken.Fence} after {row.Fence}.");
                await trial.ExpectRefusedAsync(row, MailTrial.Finish(), "under a lease that a jump of the clock ended").ConfigureAwait(false);
                await two.CommitAsync(taken, MailTrial.Finish()).ConfigureAwait(false);
            }),
        new(
            "A_clock_that_jumps_back_takes_nothing_from_its_holder",
            "A claim made at a later hour than it is now still is one: nobody else gets the row, the mail or the lease, and the holder renews and commits.",
            async trial =>
            {
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail()] }).ConfigureAwait(false);
                var row = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var mail = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
                var lease = await AcquireAsync(trial, trial.One).ConfigureAwait(false);
                await trial.JumpAsync(-Hour).ConfigureAwait(false);

                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await two.ExpectNothingReadyAsync("after the clock jumped back").ConfigureAwait(false);
                Expect.Same(0, (await two.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails handed out after the clock jumped back");
                Expect.Same(null, await trial.Store.Leases.TryAcquireAsync("mailbox/support", two.Node, MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false), "The lease for another node");
                await trial.Store.Queue.RenewAsync([row], MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false);
                Expect.That(await trial.Store.Leases.RenewAsync(lease, MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false), "a lease that can't be renewed after the clock jumped back.");
                await trial.One.CommitAsync(row, MailTrial.Finish()).ConfigureAwait(false);
                await trial.One.CommitAsync(mail, new SendingCommit()).ConfigureAwait(false);
            }),
        new(
            "Fences_grow_whatever_the_clock_says",
            "Count fences up in the store; a fence made of the time goes back with the clock, and lets an old holder in.",
            async trial =>
            {
                var row = await trial.AddAndClaimAsync().ConfigureAwait(false);
                var lease = await AcquireAsync(trial, trial.One).ConfigureAwait(false);
                await trial.One.CommitAsync(row, new ReleaseCommit(trial.Past.AddDays(-1), Counted: false, "released")).ConfigureAwait(false);
                await trial.Store.Leases.ReleaseAsync(lease, trial.Cancellation).ConfigureAwait(false);
                await trial.JumpAsync(-Hour).ConfigureAwait(false);
                var again = await trial.One.ClaimOneAsync().ConfigureAwait(false);
                Expect.That(again.Fence > row.Fence, $"the fence {again.Fence} of a row after {row.Fence}.");
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                var next = await AcquireAsync(trial, two).ConfigureAwait(false);
                Expect.That(next.Fence > lease.Fence, $"the fence {next.Fence} of a lease after {lease.Fence}.");
            }),
        new(
            "What_is_due_is_due_by_the_clock_as_it_stands",
            "Compare NotBefore with the time at each call: what was due is not due any more when the clock goes back, and is due at once when it goes ahead.",
            async trial =>
            {
                var mail = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail() with { NotBefore = trial.Now.Add(Hour) }] }).ConfigureAwait(false);
                var row = await trial.AddAndClaimAsync().ConfigureAwait(false);
                await trial.One.CommitAsync(row, new ReleaseCommit(trial.Now.Add(Hour), Counted: false, "later")).ConfigureAwait(false);
                foreach (var (jump, count) in new[] { (TimeSpan.Zero, 0), (-Hour, 0), (Hour + Hour / 2, 0), (Hour, 1) })
                {
                    await trial.JumpAsync(jump).ConfigureAwait(false);
                    var when = $"The number of {{0}} that are due after a jump of {jump}";
                    Expect.Same(count, (await trial.One.ClaimAsync().ConfigureAwait(false)).Count, string.Format(System.Globalization.CultureInfo.InvariantCulture, when, "rows"));
                    var mails = await trial.One.ClaimMailAsync().ConfigureAwait(false);
                    Expect.Same(count, mails.Count(claim => claim.Entry.JournalId == mail), string.Format(System.Globalization.CultureInfo.InvariantCulture, when, "mails"));
                }
            }),
        new(
            "What_is_written_after_a_jump_back_comes_behind_what_was_there",
            "Ids and the order of events come from a counter of the store, not from the time.",
            async trial =>
            {
                var first = await AddWithEventAsync(trial).ConfigureAwait(false);
                await trial.JumpAsync(-Hour).ConfigureAwait(false);
                var second = await AddWithEventAsync(trial).ConfigureAwait(false);
                Expect.That(second > first, $"the id {second} after {first}.");
                Expect.SameList([second, first], (await trial.FindAsync(new JournalQuery()).ConfigureAwait(false)).Select(row => row.Id), "The rows, the youngest first");
                foreach (var id in new[] { first, second })
                {
                    var told = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "The events of a ticket that can be told");
                    Expect.Same($"{{\"row\":{id}}}", told.Event.Payload, "The event told next");
                    await trial.One.CompleteAsync(told).ConfigureAwait(false);
                }
            }),
    ];

    private static async Task<long> AddWithEventAsync(MailTrial trial)
    {
        var claim = await trial.AddAndClaimAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(
            claim, MailTrial.Finish() with { Events = [new NewHostEvent(Guid.NewGuid(), "TicketUpdated", "1000", $"{{\"row\":{claim.Entry.Id}}}")] }).ConfigureAwait(false);
        return claim.Entry.Id;
    }

    private static async Task<Lease> AcquireAsync(MailTrial trial, MailWorker worker) => Expect.Present(
        await trial.Store.Leases.TryAcquireAsync("mailbox/support", worker.Node, MailTrial.LeaseTime, trial.Cancellation).ConfigureAwait(false), $"The lease of '{worker.Node}'");
}
