using System.Collections.Concurrent;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that are wrong about versions.</summary>
internal static class VersionDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "ignores expected versions",
            _ => Spoil.Changes(change => change with { ExpectedVersion = null }),
            "A_change_that_expects_another_version_is_a_conflict_and_changes_nothing",
            "Of_changes_at_once_that_expect_one_version_one_stands"),
        new(
            "changes the ticket and then says that there is a conflict",
            _ => new()
            {
                Apply = async (change, next, _) =>
                {
                    var result = await next(change);
                    if (result.Status == ApplyStatus.Conflict)
                    {
                        await next(change with { ExpectedVersion = null, OperationId = Guid.NewGuid() });
                    }

                    return result;
                },
            },
            "A_change_that_expects_another_version_is_a_conflict_and_changes_nothing"),
        new(
            "takes every expected version for a wrong one",
            _ => Spoil.Changes(change => change.ExpectedVersion is null ? change : change with { ExpectedVersion = change.ExpectedVersion + " " }),
            "A_change_that_expects_the_present_version_stands"),
        new(
            "records conflicts",
            _ =>
            {
                var conflicts = new ConcurrentDictionary<Guid, ApplyResult>();
                return new()
                {
                    Apply = async (change, next, _) =>
                    {
                        if (conflicts.TryGetValue(change.OperationId, out var recorded))
                        {
                            return recorded;
                        }

                        var result = await next(change);
                        return result.Status == ApplyStatus.Conflict ? conflicts[change.OperationId] = result : result;
                    },
                };
            },
            "A_conflict_is_recorded_nowhere",
            "A_conflict_can_be_given_up_by_an_empty_change"),
        new(
            "makes a ticket where the one to be changed is gone",
            store => new()
            {
                Apply = async (change, next, _) => change.TicketNumber is { } number && await Spoil.LookAsync(store, number) is null
                    ? await next(change with { TicketNumber = null, Requester = change.Entry!.Author })
                    : await next(change),
            },
            "A_change_of_a_ticket_that_is_gone_is_a_conflict"),
        new(
            "wants a version for every change",
            _ => new()
            {
                Apply = (change, next, _) => change is { TicketNumber: not null, ExpectedVersion: null, IsEmpty: false }
                    ? Task.FromResult(ApplyResult.Conflict)
                    : next(change),
            },
            "A_change_without_an_expected_version_stands_whatever_the_version"),
        new(
            "keeps the version when only people are added",
            _ =>
            {
                var last = "1";
                return Spoil.Results((change, result) =>
                {
                    if (result.Ticket is { } ticket && change is { Entry: null, Status: null })
                    {
                        return result with { Ticket = ticket with { Version = last } };
                    }

                    last = result.Ticket?.Version ?? last;
                    return result;
                });
            },
            "Every_change_gives_the_ticket_a_version_it_never_had"),
        new(
            "returns the ticket as it was before the change",
            store => new()
            {
                Apply = async (change, next, _) =>
                {
                    var before = await Spoil.LookAsync(store, change.TicketNumber);
                    var result = await next(change);
                    return result.Ticket is null ? result : result with { Ticket = before ?? result.Ticket };
                },
            },
            "A_result_shows_the_ticket_as_it_is_found_right_after"),
        new(
            "compares the version and then writes",
            store =>
            {
                var meeting = new Meeting();
                return new()
                {
                    Apply = async (change, next, _) =>
                    {
                        if (change.ExpectedVersion is not { } version || (await Spoil.LookAsync(store, change.TicketNumber))?.Version != version)
                        {
                            return await next(change);
                        }

                        await meeting.ArriveAsync();
                        return await next(change with { ExpectedVersion = null });
                    },
                };
            },
            "Of_changes_at_once_that_expect_one_version_one_stands"),
    ];
}
