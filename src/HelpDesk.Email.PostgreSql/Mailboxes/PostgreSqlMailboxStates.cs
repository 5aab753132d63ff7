using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Mailboxes;

internal sealed class PostgreSqlMailboxStates(Database database) : IMailboxStates
{
    public ValueTask<MailboxState?> ReadAsync(string mailbox, CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.FirstAsync(
            Sql.Read("SELECT cursor, last_success, failures FROM mailbox WHERE name = $1").Add(mailbox),
            row => new MailboxState(row.TextOrNull(), row.TimeOrNull(), row.Int()),
            token),
        cancellationToken);

    public async ValueTask WriteAsync(string mailbox, MailboxState state, CancellationToken cancellationToken)
    {
        var upsert = Sql.Write(
            """
            INSERT INTO mailbox (name, cursor, last_success, failures) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor, last_success = excluded.last_success, failures = excluded.failures
            """).Add(mailbox).Add(state.Cursor).Add(state.LastSuccess).Add(state.Failures);
        await database.ExecuteAsync([upsert], cancellationToken).ConfigureAwait(false);
    }
}
