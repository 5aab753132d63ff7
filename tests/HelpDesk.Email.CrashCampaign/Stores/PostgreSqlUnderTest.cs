using System.Data.Common;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using Npgsql;

namespace HelpDesk.Email.CrashCampaign.Stores;

/// <summary>A PostgreSQL server of the campaign's own; what is killed itself has to wait for the disk.</summary>
internal sealed class PostgreSqlUnderTest : IStoreUnderTest
{
    public PostgreSqlUnderTest(bool isDurable = true) => Server = PostgreSqlServer.Start(isDurable);

    public string Kind => "postgres";

    public PostgreSqlServer Server { get; }

    public string ConnectionString => Server.ConnectionString;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Server.ConnectionString + ";Pooling=false;Search Path=helpdesk");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    // What refers to what is checked by the server at each commit.
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync()
    {
        Server.Dispose();
        return ValueTask.CompletedTask;
    }
}
