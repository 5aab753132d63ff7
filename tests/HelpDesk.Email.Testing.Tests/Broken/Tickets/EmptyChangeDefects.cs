using System.Collections.Concurrent;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that are wrong about empty changes.</summary>
internal static class EmptyChangeDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "answers empty changes and records nothing",
            _ => Answering(known => known ?? ApplyResult.Void),
            "An_empty_change_ends_an_operation_for_good",
            "An_ended_operation_makes_no_ticket",
            "An_ended_operation_stays_ended_after_a_crash"),
        new(
            "answers every empty change with Void",
            _ => new()
            {
                Apply = async (change, next, _) =>
                {
                    var result = await next(change);
                    return change.IsEmpty ? ApplyResult.Void : result;
                },
            },
            "An_empty_change_returns_what_was_applied_after_all"),
        new(
            "looks whether an operation is known and then ends it, while it is being applied",
            _ =>
            {
                var meeting = new Meeting();
                return new()
                {
                    Apply = async (change, next, _) =>
                    {
                        var isRace = change is not { TicketNumber: null, IsEmpty: false } && await meeting.ArriveAsync(change.IsEmpty);
                        return isRace && change.IsEmpty ? ApplyResult.Void : await next(change);
                    },
                };
            },
            "A_change_and_an_empty_change_at_once_agree"),
        new(
            "takes a repeated empty change for a conflict",
            _ =>
            {
                var seen = new ConcurrentDictionary<Guid, bool>();
                return new()
                {
                    Apply = (change, next, _) =>
                        change.IsEmpty && !seen.TryAdd(change.OperationId, true) ? Task.FromResult(ApplyResult.Conflict) : next(change),
                };
            },
            "An_empty_change_may_be_repeated"),
    ];

    private static TicketTampering Answering(Func<ApplyResult?, ApplyResult> answer)
    {
        var known = new ConcurrentDictionary<Guid, ApplyResult>();
        return new()
        {
            Apply = async (change, next, _) =>
                change.IsEmpty ? answer(known.GetValueOrDefault(change.OperationId)) : known[change.OperationId] = await next(change),
        };
    }
}
