using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that write in several steps what belongs together, and can be cancelled between them.</summary>
internal static class MidwayDefects
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "appends one row after the other",
            world => new()
            {
                Append = async (rows, next, token) =>
                {
                    if (rows.Count == 1)
                    {
                        return await next(rows);
                    }

                    var results = new List<AppendResult>();
                    foreach (var row in rows)
                    {
                        results.AddRange(await world.Inner.Journal.AppendAsync([row], CancellationToken.None));
                        await Task.Delay(Long, token);
                    }

                    return results;
                },
            },
            "An_append_that_is_cancelled_at_any_moment_leaves_all_rows_or_none"),
        new(
            "finishes a row first and then writes what follows",
            world => new()
            {
                CommitRow = async (made, next, token) =>
                {
                    if (made.Commit is FinishCommit { Outbox.Count: 2 } finish)
                    {
                        await world.Inner.Queue.CommitAsync(made.Claim, finish with { Outbox = [finish.Outbox[0]] }, CancellationToken.None);
                        await Task.Delay(Long, token);
                    }

                    return await next(made);
                },
            },
            "A_commit_that_is_cancelled_at_any_moment_is_there_whole_or_not_at_all"),
        new(
            "notes one recipient after the other",
            world => new()
            {
                CommitMail = async (made, next, token) =>
                {
                    if (made.Commit is DeliveryCommit { Recipients.Count: 2 } delivery)
                    {
                        await world.Inner.Outbox.CommitAsync(
                            made.Claim,
                            delivery with { Recipients = [delivery.Recipients[0], delivery.Recipients[1] with { State = OutboxRecipientState.Pending }] },
                            CancellationToken.None);
                        await Task.Delay(Long, token);
                    }

                    return await next(made);
                },
            },
            "A_delivery_that_is_cancelled_at_any_moment_is_noted_for_all_recipients_or_none"),
    ];
}
