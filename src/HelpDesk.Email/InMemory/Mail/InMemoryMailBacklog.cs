using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryMailBacklog(MailTables tables) : IMailBacklog
{
    public ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            return ValueTask.FromResult(new MailBacklog
            {
                UnfinishedRows = tables.Journal.UnfinishedCount,
                OldestUnfinished = tables.Journal.Unfinished.FirstOrDefault()?.Entry.ReceivedAt,
                OpenMails = tables.Outbox.OpenCount,
                OldestDueMail = tables.Outbox.Open
                    .Select(row => (DateTimeOffset?)row.Entry.NotBefore)
                    .Where(due => due <= now)
                    .Min(),
            });
        }
    }
}
