using HelpDesk.Email.Storage;
using Npgsql;

namespace HelpDesk.Email.Benchmarks.Stores;

/// <summary>The rows of a mail by bare SQL, in one statement a mail: into the same tables and indexes, prepared, and nothing is asked.</summary>
internal sealed class BarePostgreSql(NpgsqlConnection connection) : IAsyncDisposable
{
    private const string Insert =
        """
        WITH octets AS (INSERT INTO content (hash, length, octets) VALUES ($1, $2, $3) RETURNING id),
        mail AS (
            INSERT INTO journal (mailbox, receipt, origin, operation_id, received_at, reverse_path, envelope_recipients, content_id, needs_acknowledgement,
                message_id, message_key, in_reply_to, reference_ids, from_address, from_name, subject, date, date_offset, body_digest, outcome, attempts, conflicts, not_before, fence)
            SELECT $4, $5, 0, $6, $7, $8, '[]', id, true, $9, $10, '[]', '[]', $11, $12, $13, $7, 0, $14, 0, 0, 0, $7, 0 FROM octets RETURNING id)
        INSERT INTO journal_queue (id, state, due, not_before, fence, attempts, conflicts, crashes) SELECT id, 0, '-infinity', $7, 0, 0, 0, 0 FROM mail
        """;

    public static async Task<BarePostgreSql> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Max Auto Prepare=10;Auto Prepare Min Usages=2");
        await connection.OpenAsync();
        return new BarePostgreSql(connection);
    }

    public async Task AppendAsync(IReadOnlyList<NewJournalEntry> entries, int each)
    {
        foreach (var some in entries.Chunk(each))
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var entry in some)
            {
                batch.BatchCommands.Add(Command(entry));
            }

            await batch.ExecuteNonQueryAsync();
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static NpgsqlBatchCommand Command(NewJournalEntry entry)
    {
        entry.Content.TryGetMemory(out var octets);
        var facts = entry.Facts;
        object[] values =
        [
            Convert.FromHexString(entry.Content.Hash), entry.Content.Length, octets, entry.Mailbox, entry.Receipt, entry.OperationId, entry.ReceivedAt, entry.ReversePath!,
            facts.MessageId, entry.OperationId, facts.From!.Address, facts.From.Name!, facts.Subject, facts.BodyDigest,
        ];
        var command = new NpgsqlBatchCommand(Insert);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
