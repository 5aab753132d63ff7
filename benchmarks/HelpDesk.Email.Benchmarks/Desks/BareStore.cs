using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>The least that a program by hand writes: a file of SQLite, a table for each thing, statements prepared once; each batch is one transaction and on the disk when it is committed.</summary>
internal sealed class BareStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public BareStore(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=FULL");
        Run("CREATE TABLE journal (id INTEGER PRIMARY KEY, receipt TEXT NOT NULL UNIQUE, message_id TEXT NOT NULL, sender TEXT, subject TEXT, outcome INTEGER, ticket TEXT, octets BLOB)");
        Run("CREATE TABLE ticket (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, requester TEXT, created_at INTEGER)");
        Run("CREATE TABLE entry (id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL, author TEXT, text TEXT NOT NULL, html TEXT)");
        Run("CREATE INDEX entry_ticket ON entry (ticket_id)");
        Run("CREATE TABLE message (message_id TEXT PRIMARY KEY, ticket TEXT NOT NULL) WITHOUT ROWID");
        Run("CREATE TABLE outbox (id INTEGER PRIMARY KEY, message_id TEXT NOT NULL, recipient TEXT NOT NULL, ticket TEXT, octets BLOB, state INTEGER NOT NULL)");
    }

    public void InTransaction(Action work)
    {
        Run("BEGIN IMMEDIATE");
        work();
        Run("COMMIT");
    }

    /// <summary>Runs a statement with its values, in their order.</summary>
    /// <returns>The id of the row that was inserted last.</returns>
    public long Run(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i + 1}" });
            }

            command.Prepare();
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle!);
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }
}
