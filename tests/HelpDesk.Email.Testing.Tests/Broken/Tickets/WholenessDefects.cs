using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that leave halves behind.</summary>
internal static class WholenessDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "commits the entry before it reads the files",
            _ => new()
            {
                Apply = async (change, next, cancellationToken) =>
                {
                    if (change.Entry is not { Attachments.Count: > 0 } entry)
                    {
                        return await next(change);
                    }

                    var result = await next(change with { Entry = entry with { Attachments = [] } });
                    foreach (var file in entry.Attachments)
                    {
                        await using var stream = file.Open();
                        await stream.CopyToAsync(Stream.Null, cancellationToken);
                    }

                    return result;
                },
            },
            "A_change_whose_file_breaks_off_leaves_nothing",
            "A_ticket_whose_file_breaks_off_is_not_made",
            "A_call_that_is_cancelled_midway_leaves_all_or_nothing"),
        new(
            "stores the part of a file that it could read",
            _ => Spoil.Files(file => file with { Open = () => new ForgivingStream(file.Open()) }),
            "A_change_whose_file_breaks_off_leaves_nothing",
            "A_ticket_whose_file_breaks_off_is_not_made"),
        new(
            "does not look at tokens",
            _ => new() { IgnoresTokens = true },
            "A_call_that_is_cancelled_beforehand_changes_nothing"),
    ];
}
