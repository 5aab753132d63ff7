using System.Collections.Concurrent;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that tell events in the wrong order, too often or not at all.</summary>
internal static class HostEventDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "tells an event again that was told",
            world => new()
            {
                CompleteEvent = (completion, next, _) => next((completion.Claim, completion.RetryAt ?? world.Past)),
            },
            "An_event_comes_back_as_it_was_written_and_is_gone_when_told"),
        new(
            "tells events in any order",
            _ => Filing(hostEvent => hostEvent.Id.ToString()),
            "The_events_of_one_ticket_are_told_in_the_order_of_their_commits",
            "An_event_that_waits_to_be_told_again_holds_back_the_younger_ones_of_its_ticket"),
        new(
            "tells one event after another, whatever the ticket",
            _ => Filing(_ => "all"),
            "Events_of_different_tickets_do_not_wait_for_each_other"),
        new(
            "forgets the fences of events",
            _ =>
            {
                var newest = new ConcurrentDictionary<long, HostEventClaim>();
                return new()
                {
                    ClaimEvents = async (request, next, _) => [.. (await next(request)).Select(claim => newest[claim.Sequence] = claim)],
                    CompleteEvent = (completion, next, _) => next((newest[completion.Claim.Sequence], completion.RetryAt)),
                };
            },
            "An_event_whose_lease_ended_is_told_again_under_a_greater_fence"),
        new(
            "tells each event at most once",
            _ => new() { ClaimEvents = (request, next, _) => next(request with { Lease = TimeSpan.FromDays(365) }) },
            "An_event_whose_lease_ended_is_told_again_under_a_greater_fence"),
        new(
            "compares the time when an event was told",
            world =>
            {
                var ends = new ConcurrentDictionary<long, DateTimeOffset>();
                return new()
                {
                    ClaimEvents = async (request, next, _) =>
                    {
                        var claims = await next(request);
                        foreach (var claim in claims)
                        {
                            ends[claim.Sequence] = world.Clock.GetUtcNow() + request.Lease;
                        }

                        return claims;
                    },
                    CompleteEvent = (completion, next, _) =>
                        ends[completion.Claim.Sequence] < world.Clock.GetUtcNow() ? Task.FromResult(false) : next(completion),
                };
            },
            "An_event_told_late_is_gone_when_nobody_took_it_meanwhile"),
        new(
            "looks for events and then takes them",
            _ =>
            {
                var collision = new Collision<IReadOnlyList<HostEventClaim>>(claims => claims.Count > 0);
                return new() { ClaimEvents = (request, next, _) => collision.RunAsync(() => next(request)) };
            },
            "Claimers_at_once_never_share_an_event"),
    ];

    /// <summary>Keeps events in an order of other things than tickets.</summary>
    private static MailTampering Filing(Func<NewHostEvent, string> under)
    {
        var written = new ConcurrentDictionary<Guid, NewHostEvent>();
        return new()
        {
            CommitRow = (made, next, _) => next(made.Commit is FinishCommit finish
                ? (made.Claim, finish with { Events = [.. finish.Events.Select(each => written.GetOrAdd(each.Id, each) with { Ticket = under(each) })] })
                : made),
            ClaimEvents = async (request, next, _) => [.. (await next(request)).Select(claim => claim with { Event = written[claim.Event.Id] })],
        };
    }
}
