using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that are in order as long as one caller comes after another.</summary>
internal static class ConcurrencyDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "gives one number to two tickets that are made at once",
            _ =>
            {
                var meeting = new Meeting();
                string? given = null;
                return new()
                {
                    Apply = async (change, next, _) =>
                    {
                        var isRace = change.TicketNumber is null && await meeting.ArriveAsync();
                        var result = await next(change);
                        return isRace && Interlocked.CompareExchange(ref given, result.Ticket!.Number, null) is { } number
                            ? result with { Ticket = result.Ticket with { Number = number } }
                            : result;
                    },
                };
            },
            "Tickets_made_at_once_get_numbers_of_their_own"),
        new(
            "loses one of two entries that are added at once",
            _ =>
            {
                var collision = new Collision<ApplyResult>(_ => true);
                return new()
                {
                    Apply = (change, next, _) => change.TicketNumber is null ? next(change) : collision.RunAsync(() => next(change)),
                };
            },
            "Entries_appended_at_once_are_all_kept"),
    ];
}
