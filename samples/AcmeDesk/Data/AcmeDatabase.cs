using Microsoft.Data.Sqlite;

namespace AcmeDesk.Data;

/// <summary>Acme's own database, which was there before any mail was.</summary>
public sealed class AcmeDatabase
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS ticket (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE COLLATE NOCASE,
            subject TEXT NOT NULL,
            status TEXT NOT NULL,
            requester TEXT NOT NULL COLLATE NOCASE,
            requester_name TEXT,
            assignee TEXT,
            department TEXT,
            category TEXT,
            type TEXT,
            priority TEXT,
            linked_to TEXT,
            fields TEXT NOT NULL,
            created TEXT NOT NULL,
            closed TEXT,
            version INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS person (
            ticket INTEGER NOT NULL REFERENCES ticket (id),
            role TEXT NOT NULL,
            address TEXT NOT NULL COLLATE NOCASE,
            name TEXT,
            PRIMARY KEY (ticket, role, address)
        );
        CREATE TABLE IF NOT EXISTS message (
            id INTEGER PRIMARY KEY,
            ticket INTEGER NOT NULL REFERENCES ticket (id),
            author TEXT NOT NULL,
            author_name TEXT,
            kind TEXT NOT NULL,
            visibility TEXT NOT NULL,
            text TEXT NOT NULL,
            html TEXT,
            at TEXT NOT NULL,
            message_id TEXT,
            journal_id INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS file (
            id INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES message (id),
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            content_id TEXT,
            is_inline INTEGER NOT NULL,
            octets BLOB NOT NULL
        );
        CREATE TABLE IF NOT EXISTS operation (
            id TEXT PRIMARY KEY,
            is_void INTEGER NOT NULL,
            at TEXT NOT NULL,
            result TEXT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS activity (
            event TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            text TEXT NOT NULL
        );
        """;

    private readonly string _connectionString;

    /// <summary>Makes what is missing in the file.</summary>
    public AcmeDatabase(string connectionString)
    {
        _connectionString = connectionString;
        using var connection = Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(Tables);
    }

    /// <summary>Opens a connection, which the caller disposes.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();

        // A commit is on the disk when it returns, and a writer waits up to ten seconds for another one.
        connection.Execute("PRAGMA synchronous = FULL");
        connection.Execute("PRAGMA busy_timeout = 10000");
        return connection;
    }
}
