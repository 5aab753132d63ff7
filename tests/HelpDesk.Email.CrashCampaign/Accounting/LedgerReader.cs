using System.Data.Common;
using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>Reads the tables with plain SQL that both databases understand.</summary>
internal static class LedgerReader
{
    public static async Task<Ledger> ReadAsync(IStoreUnderTest store, LedgerMark after, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        return new Ledger(
            await RowsAsync(
                connection,
                $"SELECT id, mailbox, message_id, outcome, ticket FROM journal WHERE id > {after.Journal} ORDER BY id",
                row => new JournalLine(row.GetInt64(0), row.GetString(1), Bare(row, 2), row.GetInt32(3), Text(row, 4)),
                cancellationToken),
            await RowsAsync(
                connection,
                $"SELECT id, number, requester_address, subject FROM ticket WHERE id > {after.Ticket} ORDER BY id",
                row => new TicketLine(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3)),
                cancellationToken),
            await RowsAsync(
                connection,
                $"""
                SELECT e.id, t.number, e.message_id, e.journal_id, (SELECT count(*) FROM ticket_attachment a WHERE a.entry_id = e.id),
                    (SELECT CAST(coalesce(sum(c.length), 0) AS bigint) FROM ticket_attachment a JOIN content c ON c.id = a.content_id WHERE a.entry_id = e.id)
                FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id WHERE e.id > {after.Entry} ORDER BY e.id
                """,
                row => new EntryLine(row.GetInt64(0), row.GetString(1), Bare(row, 2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
                cancellationToken),
            await RowsAsync(
                connection,
                $"SELECT id, journal_id, message_id, recipients, template, ticket, state, attempts FROM outbox WHERE id > {after.Outbox} ORDER BY id",
                row => new OutboxLine(row.GetInt64(0), row.GetInt64(1), Bare(row, 2), row.GetString(3), row.GetString(4), Text(row, 5), row.GetInt32(6), row.GetInt32(7)),
                cancellationToken),
            await RowsAsync(
                connection,
                $"SELECT id, hash, length, octets FROM content WHERE id > {after.Content} AND octets IS NOT NULL ORDER BY id",
                row => new ContentLine(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3)),
                cancellationToken));
    }

    /// <summary>Whether all of these mails are in tickets.</summary>
    public static async Task<bool> HasEntriesAsync(IStoreUnderTest store, IReadOnlyCollection<string> messageIds, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await store.OpenAsync(cancellationToken);
            var found = await RowsAsync(connection, "SELECT message_id FROM ticket_entry ORDER BY id DESC LIMIT 200", row => Bare(row, 0), cancellationToken);
            return !messageIds.Except(found).Any();
        }
        catch (DbException)
        {
            // The database is just coming back.
            return false;
        }
    }

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(DbConnection connection, string query, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    // With and without angle brackets is the same id.
    private static string Bare(DbDataReader row, int column) => Text(row, column)?.Trim('<', '>', ' ') ?? string.Empty;
}
