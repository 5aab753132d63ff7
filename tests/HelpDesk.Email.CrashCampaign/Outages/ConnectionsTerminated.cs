using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>PostgreSQL ends every connection, again and again, as a fail-over or an administrator does.</summary>
internal sealed class ConnectionsTerminated(IStoreUnderTest store) : IOutage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public string Name => "connections terminated";

    public async Task HappenAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        for (var left = length; left > TimeSpan.Zero; left -= Pause)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
            await command.ExecuteNonQueryAsync(cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
