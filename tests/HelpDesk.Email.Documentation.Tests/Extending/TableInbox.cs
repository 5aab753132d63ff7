using HelpDesk.Email.Mailboxes;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>A table into which another program writes mails; what goes wrong with it comes out as <see cref="MailboxException"/>.</summary>
internal sealed class TableInbox(string connectionString)
{
    /// <summary>The numbers of the mails that are not done, the oldest first.</summary>
    public Task<List<long>> ListAsync(long after, ReceiveLimits limits, CancellationToken cancellationToken) => UseAsync(
        async command =>
        {
            command.CommandText = "SELECT id FROM inbox WHERE id > $after AND done = 0 AND length(octets) <= $octets ORDER BY id LIMIT $mails";
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$octets", limits.MaxOctets);
            command.Parameters.AddWithValue("$mails", limits.MaxMails);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var ids = new List<long>();
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetInt64(0));
            }

            return ids;
        },
        cancellationToken);

    /// <summary>The number of the newest mail; 0 when there is none.</summary>
    public Task<long> LastAsync(CancellationToken cancellationToken) => UseAsync(
        async command =>
        {
            command.CommandText = "SELECT coalesce(max(id), 0) FROM inbox";
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        },
        cancellationToken);

    public Task<byte[]> ReadAsync(long id, CancellationToken cancellationToken) => UseAsync(
        async command =>
        {
            command.CommandText = "SELECT octets FROM inbox WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            return (byte[])(await command.ExecuteScalarAsync(cancellationToken))!;
        },
        cancellationToken);

    public Task<int> MarkAsync(long id, CancellationToken cancellationToken) => UseAsync(
        command =>
        {
            command.CommandText = "UPDATE inbox SET done = 1 WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            return command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public Task<int> DeleteAsync(long id, CancellationToken cancellationToken) => UseAsync(
        command =>
        {
            command.CommandText = "DELETE FROM inbox WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            return command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<T> UseAsync<T>(Func<SqliteCommand, Task<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            return await use(command);
        }
        catch (SqliteException e)
        {
            throw new MailboxException($"The table of incoming mail can't be used: {e.Message} Look after the database and its connection string.", isTransient: true, e);
        }
    }
}
