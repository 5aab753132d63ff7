using HelpDesk.Email.PostgreSql.Tests.Servers;

namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>PostgreSQL dies at once with all connections, and starts again later.</summary>
internal sealed class ServerKilled(PostgreSqlServer server) : IOutage
{
    public string Name => "server killed";

    public async Task HappenAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        server.Crash();
        await Task.Delay(length, cancellationToken);
        server.Up();
    }
}
