using HelpDesk.Email.InMemory.Octets;
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
                .Where(row => row.Entry.State is OutboxState.Failed or OutboxState.Suppressed or OutboxState.Discarded && (row.Entry.LastAttemptAt ?? row.Entry.CreatedAt) < before)
                .OrderBy(row => row.Entry.Id)
                .Take(max)
                .ToList();
            foreach (var row in failed)
            {
                tables.Outbox.Remove(row);
                Release(row.Content);
            }

            return ValueTask.FromResult(failed.Count);
        }
    }

    public ValueTask<int> PurgeSentMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var sent = tables.Outbox.Rows
                .Where(row => row.Content is not null && row.Entry.State == OutboxState.Sent && row.Entry.LastAttemptAt < before)
                .OrderBy(row => row.Entry.LastAttemptAt)
                .Take(max)
                .ToList();
            foreach (var row in sent)
            {
                var content = row.Content;
                row.Content = null;
                Release(content);
            }

            return ValueTask.FromResult(sent.Count);
        }
    }

    private void Release(HeldContent? content)
    {
        if (content is not null && !tables.IsHeld(content))
        {
            tables.Octets.Release(content);
        }
    }
}
