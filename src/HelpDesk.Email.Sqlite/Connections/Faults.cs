using HelpDesk.Email.Messages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>Says which errors of SQLite may go away by themselves.</summary>
internal static class Faults
{
    /// <summary>The exception that callers get in place of one of SQLite: that one itself where a retry can't help.</summary>
    public static Exception Translate(Exception exception, string path) => exception switch
    {
        SqliteException sqlite when Reason(sqlite.SqliteErrorCode) is { } reason =>
            new StoreUnavailableException($"The database '{path}' {reason}.", sqlite),
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_PERM } sqlite =>
            new HelpDeskConfigurationException($"The database '{path}' may not be written by this process. Grant the right to the file and its folder, or name another file in UseSqlite.", sqlite),
        SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB } sqlite =>
            new HelpDeskConfigurationException($"The file '{path}' is not an SQLite database, or is encrypted with another key. Name another file in UseSqlite.", sqlite),
        _ => exception,
    };

    private static string? Reason(int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => "was in use by somebody else for too long",
        raw.SQLITE_FULL => "can't grow, because its disk is full",
        raw.SQLITE_IOERR => "can't be read or written",
        raw.SQLITE_CANTOPEN => "can't be opened",
        raw.SQLITE_NOMEM => "needs more memory than there is",
        raw.SQLITE_INTERRUPT => "was interrupted",
        _ => null,
    };
}
