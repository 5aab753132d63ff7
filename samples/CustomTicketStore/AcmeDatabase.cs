using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>Acme's ticket database: makes the tables where they are missing, and opens connections.</summary>
public sealed class AcmeDatabase
{
    #region store-tables
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS ticket (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE COLLATE NOCASE,
            subject TEXT NOT NULL,
            status TEXT NOT NULL,
            requester_address TEXT NOT NULL,
            requester_name TEXT,
            department TEXT,
            linked_to TEXT,
            created TEXT NOT NULL,
            closed TEXT,
            version INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS ticket_person (
            ticket_id INTEGER NOT NULL REFERENCES ticket (id),
            role TEXT NOT NULL,
            key TEXT NOT NULL,
            address TEXT NOT NULL,
            name TEXT,
            PRIMARY KEY (ticket_id, role, key)
        );
        CREATE TABLE IF NOT EXISTS ticket_entry (
            id INTEGER PRIMARY KEY,
            ticket_id INTEGER NOT NULL REFERENCES ticket (id),
            author_address TEXT NOT NULL,
            author_name TEXT,
            kind TEXT NOT NULL,
            visibility TEXT NOT NULL,
            text TEXT NOT NULL,
            html TEXT,
            at TEXT NOT NULL,
            message_id TEXT,
            journal_id INTEGER NOT NULL
        );
        CREATE TABLE IF NOT EXISTS ticket_file (
            id INTEGER PRIMARY KEY,
            entry_id INTEGER NOT NULL REFERENCES ticket_entry (id),
            file_name TEXT NOT NULL,
            content_type TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            content_id TEXT,
            is_inline INTEGER NOT NULL,
            octets BLOB NOT NULL
        );
        CREATE TABLE IF NOT EXISTS ticket_operation (
            operation_id TEXT PRIMARY KEY,
            status TEXT NOT NULL,
            at TEXT NOT NULL,
            result TEXT NOT NULL
        );
        """;
    #endregion

    private readonly string _connectionString;

    /// <summary>Opens the database for the first time, and makes what is missing in it.</summary>
    /// <param name="connectionString">For instance <c>Data Source=acme.db</c>.</param>
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
