using System.Globalization;
using HelpDesk.Email.Storage;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Benchmarks.Stores;

/// <summary>The rows of a mail by bare SQL: into the same tables and indexes, with the same durability, and nothing is asked.</summary>
internal sealed class BareSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _content;
    private readonly SqliteCommand _journal;
    private readonly SqliteCommand _queue;

    public BareSqlite(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=1; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4096");
        _content = Command("INSERT INTO content (hash, length, octets) VALUES ($1, $2, $3) RETURNING id", 3);
        _journal = Command(
            """
            INSERT INTO journal (mailbox, receipt, origin, operation_id, received_at, reverse_path, envelope_recipients, content_id,
                needs_acknowledgement, message_id, in_reply_to, reference_ids, from_address, from_name, subject, date, date_offset,
                body_digest, outcome, attempts, conflicts, not_before, fence)
            VALUES ($1, $2, 0, $3, $4, $5, '[]', $6, 1, $7, '[]', '[]', $8, $9, $10, $4, 0, $11, 0, 0, 0, $4, 0) RETURNING id
            """,
            11);
        _queue = Command("INSERT INTO journal_queue (id, state, due, not_before, fence, attempts, conflicts, crashes) VALUES ($1, 0, 0, $2, 0, 0, 0, 0)", 2);
    }

    public void Append(IReadOnlyList<NewJournalEntry> entries, int each)
    {
        foreach (var some in entries.Chunk(each))
        {
            Run("BEGIN IMMEDIATE");
            foreach (var entry in some)
            {
                entry.Content.TryGetMemory(out var octets);
                var at = entry.ReceivedAt.UtcTicks;
                var content = Execute(_content, Convert.FromHexString(entry.Content.Hash), entry.Content.Length, octets.ToArray());
                var facts = entry.Facts;
                var id = Execute(
                    _journal, entry.Mailbox, entry.Receipt, entry.OperationId.ToByteArray(), at, entry.ReversePath!, content!,
                    facts.MessageId, facts.From!.Address, facts.From.Name!, facts.Subject, facts.BodyDigest);
                Execute(_queue, id!, at);
            }

            Run("COMMIT");
        }
    }

    public void Dispose() => _connection.Dispose();

    private static object? Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string text, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${i}"), null));
        }

        return command;
    }

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
