using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that answer before they have written.</summary>
internal static class CrashDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "loses the last entry in a crash",
            _ =>
            {
                var crashes = 0;
                return new() { Crash = () => crashes++, Entries = entries => crashes > 0 ? entries.SkipLast(1) : entries };
            },
            "What_was_applied_is_there_after_a_crash"),
        new(
            "forgets in a crash what operations it ended",
            _ =>
            {
                var crashes = 0;
                return new()
                {
                    Crash = () => crashes++,
                    Apply = async (change, next, _) =>
                    {
                        var result = await next(change);
                        return crashes > 0 && result.Status == ApplyStatus.Void && !change.IsEmpty
                            ? await next(change with { OperationId = Guid.NewGuid() })
                            : result;
                    },
                };
            },
            "An_ended_operation_stays_ended_after_a_crash"),
        new(
            "counts its tickets from the first again after a crash",
            _ =>
            {
                var crashes = 0;
                string? first = null;
                return new()
                {
                    Crash = () => crashes++,
                    Apply = async (change, next, _) =>
                    {
                        var result = await next(change);
                        first ??= result.Ticket?.Number;
                        return crashes > 0 && result.Created ? result with { Ticket = result.Ticket! with { Number = first! } } : result;
                    },
                };
            },
            "A_number_is_not_given_again_after_a_crash"),
    ];
}
