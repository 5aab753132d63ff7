using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
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

    /// <summary>The octets of a mail, in pieces from the table to where they stay; <see langword="null"/> when it went meanwhile.</summary>
    public Task<MailContent?> ReadAsync(long id, CancellationToken cancellationToken) => UseAsync(
        async command =>
        {
            // With the key beside it, the blob is read as a stream.
            command.CommandText = "SELECT id, octets FROM inbox WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            await using var octets = reader.GetStream(1);
            await using var content = new MailContentWriter(expectedLength: octets.Length);
            var window = new byte[65_536];
            int count;
            while ((count = await octets.ReadAsync(window, cancellationToken)) > 0)
            {
                await content.WriteAsync(window.AsMemory(0, count), cancellationToken);
            }

            return content.Complete();
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
