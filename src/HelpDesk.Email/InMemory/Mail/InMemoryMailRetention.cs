using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryMailRetention(MailTables tables) : IMailRetention
{
    public ValueTask<PurgedContent> PurgeContentAsync(ContentLimits limits, int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(ContentPurge.Run(tables, limits, max));
        }
    }

    public ValueTask<int> DeleteFailedMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var failed = tables.Outbox.Rows
                .Where(row => row.Entry.State == OutboxState.Failed && (row.Entry.LastAttemptAt ?? row.Entry.CreatedAt) < before)
                .OrderBy(row => row.Entry.Id)
                .Take(max)
                .ToList();
            foreach (var row in failed)
            {
                tables.Outbox.Remove(row);
                if (row.Content is { } content && !tables.IsHeld(content))
                {
                    tables.Octets.Release(content);
                }
            }

            return ValueTask.FromResult(failed.Count);
        }
    }
}
