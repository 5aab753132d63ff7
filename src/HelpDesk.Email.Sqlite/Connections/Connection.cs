using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>An open connection with the statements that were prepared on it; for one thread at a time.</summary>
/// <remarks>
/// Statements go straight to SQLite: the command objects of ADO.NET cost more than the statements themselves here, and wait
/// for a busy file by a clock of their own.
/// </remarks>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _idle = new(StringComparer.Ordinal);

    public Connection(SqliteConnection connection, int busyMilliseconds)
    {
        _connection = connection;
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _handle = connection.Handle!;
        Check(raw.sqlite3_busy_timeout(_handle, busyMilliseconds));

        // Otherwise SQLite plans a statement anew at each use when a value that it looked at while planning is bound again, and
        // it looks at that of every LIMIT.
        Check(raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _));
    }

    /// <summary>Whether a transaction is open: SQLite ends one by itself after some errors.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>The id of the row that was inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Runs statements that take and give nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Runs one statement that takes and gives nothing, and keeps it prepared.</summary>
    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>A statement to bind and run; disposing it keeps it prepared for the next time.</summary>
    /// <param name="sql">One statement. It is kept by its text, so build texts from few parts.</param>
    public Statement Prepare(string sql)
    {
        if (_idle.Remove(sql, out var idle))
        {
            return idle;
        }

        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
        return new Statement(this, sql, prepared);
    }

    public void Dispose()
    {
        foreach (var statement in _idle.Values)
        {
            statement.Close();
        }

        _idle.Clear();
        _connection.Dispose();
    }

    /// <summary>Throws what a result code means, unless it means that all is well.</summary>
    /// <exception cref="SqliteException">It does not.</exception>
    public void Check(int resultCode) => SqliteException.ThrowExceptionForRC(resultCode, _handle);

    /// <summary>Takes a statement back.</summary>
    public void Return(Statement statement)
    {
        // A query that runs inside a run of the same query has a second statement; one of them is enough afterwards.
        if (!_idle.TryAdd(statement.Sql, statement))
        {
            statement.Close();
        }
    }
}
