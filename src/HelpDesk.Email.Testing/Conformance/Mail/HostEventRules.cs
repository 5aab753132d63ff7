using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How events are told to the host: in order, and at least once.</summary>
internal static class HostEventRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "An_event_comes_back_as_it_was_written_and_is_gone_when_told",
            "Store id, type, ticket and payload as they are; completing without a time removes the event.",
            async trial =>
            {
                var written = Event("1000") with { Payload = "{\"text\":\"概要 😀 ' \\\" %s\"}\n" };
                await AddAsync(trial, written).ConfigureAwait(false);
                var claim = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming one event");
                Expect.Same(written, claim.Event, "The event");
                Expect.Same(1, claim.Attempts, "The attempts");
                Expect.Same(trial.One.Node, claim.Node, "The node");
                await trial.One.CompleteAsync(claim).ConfigureAwait(false);
                Expect.Same(false, await trial.One.TryCompleteAsync(claim).ConfigureAwait(false), "The answer to a second completion");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await ExpectAsync(trial).ConfigureAwait(false);
            }),
        new(
            "The_events_of_one_ticket_are_told_in_the_order_of_their_commits",
            "Hand an event out only when no older event of its ticket is left, claimed or waiting: at most one of a ticket is told at a time.",
            async trial =>
            {
                NewHostEvent[] events = [Event("1000"), Event("1000"), Event("1000")];
                await AddAsync(trial, events[0], events[1]).ConfigureAwait(false);
                await AddAsync(trial, events[2]).ConfigureAwait(false);
                foreach (var expected in events)
                {
                    var claims = await ExpectAsync(trial, expected).ConfigureAwait(false);
                    await ExpectAsync(trial).ConfigureAwait(false);
                    await trial.One.CompleteAsync(claims[0]).ConfigureAwait(false);
                }

                await ExpectAsync(trial).ConfigureAwait(false);
            }),
        new(
            "An_event_that_waits_to_be_told_again_holds_back_the_younger_ones_of_its_ticket",
            "A retry keeps its place in the order; it is not handed out before its time.",
            async trial =>
            {
                NewHostEvent[] events = [Event("1000"), Event("1000"), Event("1001")];
                await AddAsync(trial, events).ConfigureAwait(false);
                var claims = await ExpectAsync(trial, events[0], events[2]).ConfigureAwait(false);
                await trial.One.CompleteAsync(claims[0], trial.Now.AddSeconds(10)).ConfigureAwait(false);
                await trial.One.CompleteAsync(claims[1]).ConfigureAwait(false);
                await ExpectAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(10.1)).ConfigureAwait(false);
                claims = await ExpectAsync(trial, events[0]).ConfigureAwait(false);
                Expect.Same(2, claims[0].Attempts, "The attempts of the event that is told again");
                await trial.One.CompleteAsync(claims[0]).ConfigureAwait(false);
                await ExpectAsync(trial, events[1]).ConfigureAwait(false);
            }),
        new(
            "Events_of_different_tickets_do_not_wait_for_each_other",
            "The oldest event of each ticket is ready, the oldest of them first, at most max.",
            async trial =>
            {
                NewHostEvent[] events = [Event("1000"), Event("1000"), Event("1001"), Event("1002")];
                await AddAsync(trial, events).ConfigureAwait(false);
                var two = await trial.One.ClaimEventsAsync(2).ConfigureAwait(false);
                Expect.SameList([events[0], events[2]], two.Select(claim => claim.Event), "The events claimed");
                Expect.That(two[0].Sequence < two[1].Sequence, "events whose sequence doesn't ascend.");
                await ExpectAsync(trial, events[3]).ConfigureAwait(false);
            }),
        new(
            "An_event_whose_lease_ended_is_told_again_under_a_greater_fence",
            "At least once: after the lease the event is handed out again, the attempt counted, and the older claim completes nothing.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await AddAsync(trial, Event("1000")).ConfigureAwait(false);
                var old = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming one event");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                var present = Expect.One(await two.ClaimEventsAsync().ConfigureAwait(false), "Claiming the event whose lease ended");
                Expect.Same(2, present.Attempts, "The attempts");
                Expect.That(present.Fence > old.Fence, $"the fence {present.Fence} after {old.Fence}.");
                Expect.Same(false, await trial.One.TryCompleteAsync(old).ConfigureAwait(false), "The answer to completing under the older claim");
                Expect.Same(false, await trial.One.TryCompleteAsync(old, trial.Past).ConfigureAwait(false), "The answer to setting back under the older claim");
                await two.CompleteAsync(present).ConfigureAwait(false);
            }),
        new(
            "An_event_told_late_is_gone_when_nobody_took_it_meanwhile",
            "A claim holds until the event is claimed again: what was told is better noted late than told twice.",
            async trial =>
            {
                await AddAsync(trial, Event("1000")).ConfigureAwait(false);
                var claim = Expect.One(await trial.One.ClaimEventsAsync().ConfigureAwait(false), "Claiming one event");
                await trial.EndLeasesAsync().ConfigureAwait(false);
                await trial.One.CompleteAsync(claim).ConfigureAwait(false);
                await ExpectAsync(trial).ConfigureAwait(false);
            }),
        new(
            "Claimers_at_once_never_share_an_event",
            "Take an event in one step with finding it.",
            async trial =>
            {
                const int tickets = 40;
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                await AddAsync(trial, [.. Enumerable.Range(0, tickets).Select(i => Event($"{1000 + i}"))]).ConfigureAwait(false);
                var claimed = await Crowd.RunAsync(8, i => ClaimAllAsync(i % 2 == 0 ? trial.One : two)).ConfigureAwait(false);
                long[] sequences = [.. claimed.SelectMany(claims => claims).Select(claim => claim.Sequence)];
                Expect.Same(tickets, sequences.Distinct().Count(), "The number of different events handed out");
                Expect.Same(tickets, sequences.Length, "The number of events handed out");
            }),
    ];

    private static NewHostEvent Event(string ticket) => new(Guid.NewGuid(), "TicketUpdated", ticket, "{}");

    private static Task<long> AddAsync(MailTrial trial, params NewHostEvent[] events) =>
        trial.AddAndFinishAsync(MailTrial.Finish() with { Events = events });

    private static async Task<IReadOnlyList<HostEventClaim>> ExpectAsync(MailTrial trial, params NewHostEvent[] events)
    {
        var claims = await trial.One.ClaimEventsAsync().ConfigureAwait(false);
        Expect.SameList(events, claims.Select(claim => claim.Event), "The events claimed");
        return claims;
    }

    private static async Task<IReadOnlyList<HostEventClaim>> ClaimAllAsync(MailWorker worker)
    {
        var all = new List<HostEventClaim>();
        IReadOnlyList<HostEventClaim> some;
        do
        {
            some = await worker.ClaimEventsAsync(7).ConfigureAwait(false);
            all.AddRange(some);
        }
        while (some.Count > 0);

        return all;
    }
}
