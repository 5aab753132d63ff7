using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Retention;

internal sealed class SqliteMailBacklog(Database database) : IMailBacklog
{
    public ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            // Both lists are indexes of what is not done, which stay short while the tables grow.
            using var journal = connection.Prepare(
                "SELECT (SELECT count(*) FROM journal_queue), (SELECT received_at FROM journal WHERE id = (SELECT min(id) FROM journal_queue))");
            journal.Read();
            var rows = new RowReader(journal.Row);

            using var outbox = connection.Prepare("SELECT count(*), min(not_before) FROM outbox WHERE due IS NOT NULL");
            outbox.Read();
            var mails = new RowReader(outbox.Row);
            return new MailBacklog
            {
                UnfinishedRows = rows.Number(),
                OldestUnfinished = rows.TimeOrNull(),
                OpenMails = mails.Number(),
                OldestDueMail = mails.TimeOrNull() is { } due && due <= database.Now ? due : null,
            };
        },
        cancellationToken);
}
