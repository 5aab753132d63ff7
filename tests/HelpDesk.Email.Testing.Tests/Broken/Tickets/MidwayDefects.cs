using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that a crash or a cancelled token finds between two steps, or that are too small for large files.</summary>
internal static class MidwayDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "does not know after a crash what it did last",
            _ =>
            {
                var isCrashed = false;
                return new()
                {
                    Crash = () => isCrashed = true,
                    Apply = (change, next, _) =>
                    {
                        var isForgotten = isCrashed;
                        isCrashed = false;
                        return next(isForgotten ? change with { OperationId = Guid.NewGuid() } : change);
                    },
                };
            },
            "A_crash_after_any_change_ends_with_the_same_ticket"),
        new(
            "sets the status first and writes the entry then",
            store => new()
            {
                Apply = async (change, next, token) =>
                {
                    if (change.Entry?.Attachments.Count == 2)
                    {
                        await store.ApplyAsync(change with { OperationId = Guid.NewGuid(), Entry = null }, CancellationToken.None);
                        await Task.Delay(TimeSpan.FromSeconds(10), token);
                    }

                    return await next(change);
                },
            },
            "A_change_that_is_cancelled_at_any_moment_is_there_whole_or_not_at_all"),
        new(
            "reads files whole before it writes them",
            _ => new() { Apply = (change, next, _) => next(change with { Entry = change.Entry! with { Attachments = [.. change.Entry.Attachments.Select(WholeOf)] } }) },
            "A_large_file_is_never_in_memory"),
    ];

    private static TicketAttachment WholeOf(TicketAttachment file)
    {
        using var octets = new MemoryStream();
        using var source = file.Open();
        source.CopyTo(octets);
        return file with { Open = () => new MemoryStream(octets.ToArray()) };
    }
}
