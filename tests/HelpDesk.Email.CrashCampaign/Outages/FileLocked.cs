using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>Another process holds the write lock of the SQLite file.</summary>
internal sealed class FileLocked(IStoreUnderTest store) : IOutage
{
    public string Name => "file locked";

    public async Task HappenAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(cancellationToken);
        await Task.Delay(length, cancellationToken);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
