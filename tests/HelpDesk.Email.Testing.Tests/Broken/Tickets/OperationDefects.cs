using System.Collections.Concurrent;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that lose count of operations.</summary>
internal static class OperationDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "applies known operations again",
            _ => Spoil.Changes(change => change with { OperationId = Guid.NewGuid() }),
            "A_change_applied_twice_has_one_effect_and_one_result",
            "A_ticket_made_twice_by_one_operation_is_one_ticket",
            "Concurrent_twins_give_one_effect_and_one_result",
            "A_recorded_result_survives_a_crash"),
        new(
            "checks the version before the operation",
            store => new()
            {
                Apply = async (change, next, _) =>
                    change.ExpectedVersion is { } version && (await Spoil.LookAsync(store, change.TicketNumber))?.Version != version
                        ? ApplyResult.Conflict
                        : await next(change),
            },
            "A_known_operation_returns_its_recorded_result_before_any_version_check"),
        new(
            "returns the ticket as it is now instead of the recorded result",
            store => new()
            {
                Apply = async (change, next, _) =>
                {
                    var result = await next(change);
                    return result with { Ticket = await Spoil.LookAsync(store, result.Ticket?.Number) };
                },
            },
            "A_recorded_result_stays_exact_after_later_changes"),
        new(
            "takes a repeat with other words for another operation",
            _ =>
            {
                var texts = new ConcurrentDictionary<Guid, string?>();
                return Spoil.Changes(change => texts.GetOrAdd(change.OperationId, change.Entry?.Text) == change.Entry?.Text
                    ? change
                    : change with { OperationId = Guid.NewGuid() });
            },
            "A_known_operation_is_known_whatever_its_change_says_now"),
        new(
            "looks whether an operation is known and then writes",
            _ =>
            {
                var known = new ConcurrentDictionary<Guid, ApplyResult>();
                var meeting = new Meeting();
                return new()
                {
                    Apply = async (change, next, _) =>
                    {
                        if (known.TryGetValue(change.OperationId, out var result))
                        {
                            return result;
                        }

                        await meeting.ArriveAsync();
                        return known[change.OperationId] = await next(change with { OperationId = Guid.NewGuid() });
                    },
                };
            },
            "Concurrent_twins_give_one_effect_and_one_result"),
        new(
            "forgets results in a crash",
            _ =>
            {
                var crashes = 0;
                return new()
                {
                    Crash = () => crashes++,
                    Apply = (change, next, _) => next(crashes > 0 && !change.IsEmpty ? change with { OperationId = Guid.NewGuid() } : change),
                };
            },
            "A_recorded_result_survives_a_crash",
            "An_ended_operation_stays_ended_after_a_crash"),
    ];
}
