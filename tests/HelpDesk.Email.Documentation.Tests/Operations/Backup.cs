using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>Copies the database file of a running help desk.</summary>
internal static class Backup
{
    #region backup
    public static void Make(string databasePath, string backupPath)
    {
        using var source = new SqliteConnection($"Data Source={databasePath};Pooling=False");
        using var target = new SqliteConnection($"Data Source={backupPath};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
    #endregion
}
