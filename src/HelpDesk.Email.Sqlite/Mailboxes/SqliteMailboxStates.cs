using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Mailboxes;

internal sealed class SqliteMailboxStates(Database database) : IMailboxStates
{
    public ValueTask<MailboxState?> ReadAsync(string mailbox, CancellationToken cancellationToken) => database.ReadAsync<MailboxState?>(
        connection =>
        {
            using var select = connection.Prepare("SELECT cursor, last_success, failures FROM mailbox WHERE name = ?");
            return select.Add(mailbox).Read()
                ? new MailboxState(select.Row.TextOrNull(0), select.Row.TimeOrNull(1), select.Row.Int(2))
                : null;
        },
        cancellationToken);

    public async ValueTask WriteAsync(string mailbox, MailboxState state, CancellationToken cancellationToken) => await database.WriteLastAsync(
        connection =>
        {
            using var upsert = connection.Prepare(
                """
                INSERT INTO mailbox (name, cursor, last_success, failures) VALUES (?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor, last_success = excluded.last_success, failures = excluded.failures
                """);
            return upsert.Add(mailbox).Add(state.Cursor).Add(state.LastSuccess).Add(state.Failures).Run();
        },
        cancellationToken).ConfigureAwait(false);
}
