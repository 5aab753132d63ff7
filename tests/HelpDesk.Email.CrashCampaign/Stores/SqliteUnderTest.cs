using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.CrashCampaign.Stores;

/// <summary>A SQLite file.</summary>
/// <param name="folder">Where it lies; it is there.</param>
internal sealed class SqliteUnderTest(string folder) : IStoreUnderTest
{
    public string Kind => "sqlite";

    public string File { get; } = Path.Combine(folder, "helpdesk.db");

    public string ConnectionString => $"Data Source={File}";

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // Not read-only: who comes first after a kill has to recover the file.
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=60");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await using var connection = await OpenAsync(cancellationToken);
        foreach (var pragma in new[] { "PRAGMA integrity_check", "PRAGMA foreign_key_check" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = pragma;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.GetValue(0).ToString() is { } line && line != "ok")
                {
                    found.Add($"{pragma}: {line}");
                }
            }
        }

        return found;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
