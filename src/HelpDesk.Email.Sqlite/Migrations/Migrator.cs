using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Email.Sqlite.Migrations;

/// <summary>Brings the schema of a file to the version this package knows; safe when several processes do so at once.</summary>
internal sealed class Migrator(SqliteFile file, IReadOnlyList<Migration> migrations)
{
    // "hdem" in ASCII: tells our files from those of others that count versions in the same place.
    private const long ApplicationId = 0x6864656D;
    private const int MaxTries = 100;

    /// <summary>Runs the steps that are missing, each in a transaction of its own.</summary>
    /// <returns>The versions before and after.</returns>
    /// <exception cref="HelpDeskConfigurationException">The file is of a newer version, or is somebody else's.</exception>
    /// <exception cref="StoreUnavailableException">The file can't be used now.</exception>
    public (int From, int To) Run()
    {
        try
        {
            using var connection = file.OpenWriter();
            UseWal(connection);
            var from = Version(connection);
            foreach (var migration in migrations)
            {
                Apply(connection, migration);
            }

            return (from, Version(connection));
        }
        catch (SqliteException e) when (Faults.Translate(e, file.Path) is var told && !ReferenceEquals(told, e))
        {
            throw told;
        }
    }

    private void Apply(Connection connection, Migration migration)
    {
        // Looked up under the write lock: another process may have made the step while this one waited.
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var version = Version(connection);
            Refuse(connection, version);
            if (version < migration.Version)
            {
                connection.Execute(migration.Sql);
                connection.Execute(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}; PRAGMA user_version={migration.Version}"));
            }

            connection.Execute("COMMIT");
        }
        catch when (connection.InTransaction)
        {
            connection.Execute("ROLLBACK");
            throw;
        }
    }

    private void Refuse(Connection connection, int version)
    {
        using var statement = connection.Prepare("PRAGMA application_id");
        var id = statement.Number();
        if (id != ApplicationId && (id != 0 || version != 0))
        {
            throw new HelpDeskConfigurationException(
                $"The database '{file.Path}' belongs to another program. Name a file of its own in UseSqlite.");
        }

        var known = migrations[^1].Version;
        if (version > known)
        {
            throw new HelpDeskConfigurationException(
                $"The database '{file.Path}' has schema version {version}; this version of HelpDesk.Email.Sqlite knows {known}. Update the package, or name another file in UseSqlite.");
        }
    }

    private static int Version(Connection connection)
    {
        using var statement = connection.Prepare("PRAGMA user_version");
        return (int)statement.Number()!.Value;
    }

    private static void UseWal(Connection connection)
    {
        // SQLite does not wait for others when it changes this mode. A write transaction does: after it the others are done, for now.
        for (var i = 1; !IsWal(connection); i++)
        {
            try
            {
                connection.Execute("PRAGMA journal_mode=WAL");
            }
            catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_BUSY && i < MaxTries)
            {
                connection.Execute("BEGIN IMMEDIATE; COMMIT");
            }
        }
    }

    private static bool IsWal(Connection connection)
    {
        using var statement = connection.Prepare("PRAGMA journal_mode");
        return statement.Read() && statement.Row.Text(0) == "wal";
    }
}
