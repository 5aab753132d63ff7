using HelpDesk.Email.Messages;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>The database file: where it is, and how a connection to it is opened.</summary>
internal sealed class SqliteFile
{
    private readonly string _connectionString;
    private readonly int _busyMilliseconds;

    /// <summary>Reads a connection string; opens nothing.</summary>
    /// <exception cref="HelpDeskConfigurationException">It names no file that several connections can share.</exception>
    public SqliteFile(string connectionString, TimeSpan busyTimeout)
    {
        var parts = Parse(connectionString);
        Path = System.IO.Path.GetFullPath(parts.DataSource);
        parts.DataSource = Path;
        parts.Mode = SqliteOpenMode.ReadWriteCreate;

        // A shared cache has table locks of its own that no busy timeout covers; the pool of this package is enough.
        parts.Cache = SqliteCacheMode.Private;
        parts.Pooling = false;
        parts.ForeignKeys = true;
        _connectionString = parts.ToString();
        _busyMilliseconds = (int)busyTimeout.TotalMilliseconds;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens the connection that writes; makes the file and its folder where there are none.</summary>
    public Connection OpenWriter()
    {
        MakeFolder();

        // The log is folded into the file less often than by default: of pages that many mails change, the last state is enough.
        // fullfsync is for macOS alone, where fsync leaves the octets in the drive's cache.
        return Open("PRAGMA synchronous=FULL; PRAGMA fullfsync=1; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864");
    }

    /// <summary>Opens a connection that can't write.</summary>
    public Connection OpenReader() => Open("PRAGMA query_only=1; PRAGMA temp_store=MEMORY");

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new HelpDeskConfigurationException($"The folder of the database '{Path}' may not be made. Name another file in UseSqlite, or grant the right.", e);
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException($"The folder of the database '{Path}' can't be made.", e);
        }
    }

    private Connection Open(string pragmas)
    {
        var connection = new Connection(new SqliteConnection(_connectionString), _busyMilliseconds);
        try
        {
            connection.Execute(pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        SqliteConnectionStringBuilder parts;
        try
        {
            parts = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new HelpDeskConfigurationException(
                "The connection string of UseSqlite can't be read. Write for instance UseSqlite(\"Data Source=helpdesk.db\").", e);
        }

        var isFile = parts.DataSource.Length > 0
            && parts.DataSource != ":memory:"
            && !parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            && parts.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite;
        return isFile
            ? parts
            : throw new HelpDeskConfigurationException(
                "UseSqlite needs a file that it may write, given by its path. Write for instance UseSqlite(\"Data Source=helpdesk.db\").");
    }
}
