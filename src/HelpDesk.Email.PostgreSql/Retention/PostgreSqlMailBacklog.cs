using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Retention;

internal sealed class PostgreSqlMailBacklog(Database database) : IMailBacklog
{
    // Both lists are of what is not done, and stay short while the tables grow.
    private const string Measure =
        $"""
        SELECT (SELECT count(*) FROM journal_queue),
            (SELECT received_at FROM journal WHERE id = (SELECT id FROM journal_queue ORDER BY id LIMIT 1)),
            open.mails, CASE WHEN open.oldest <= {Database.NowSql} THEN open.oldest END
        FROM (SELECT count(*) AS mails, min(not_before) AS oldest FROM outbox WHERE due IS NOT NULL) open
        """;

    public async ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken) => (await database.ReadAsync(
        (session, token) => session.FirstAsync(
            Sql.Read(Measure).Add(database.Now),
            row => new MailBacklog
            {
                UnfinishedRows = row.Number(),
                OldestUnfinished = row.TimeOrNull(),
                OpenMails = row.Number(),
                OldestDueMail = row.TimeOrNull(),
            },
            token),
        cancellationToken).ConfigureAwait(false))!;
}
