using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Leases;

internal sealed class PostgreSqlLeases(Database database) : ILeases
{
    private const string Acquire =
        $"""
        INSERT INTO lease AS held (name, node, fence, until) VALUES ($2, $3, 1, {Database.NowSql} + $4)
        ON CONFLICT (name) DO UPDATE SET node = excluded.node, until = excluded.until,
            fence = CASE WHEN held.node IS NOT DISTINCT FROM excluded.node THEN held.fence ELSE held.fence + 1 END
        WHERE held.node IS NULL OR held.node = excluded.node OR held.until <= {Database.NowSql}
        RETURNING fence
        """;

    public async ValueTask<Lease?> TryAcquireAsync(string name, string node, TimeSpan duration, CancellationToken cancellationToken)
    {
        var acquire = Sql.Read(Acquire).Add(database.Now).Add(name).Add(node).Add(duration);
        var fences = await database.RunAsync((session, token) => session.QueryAsync([acquire], row => row.Number(), token), cancellationToken).ConfigureAwait(false);
        return fences.Count == 0 ? null : new Lease(name, node, fences[0]);
    }

    public async ValueTask<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        // One that ended and that nobody took since is still its holder's.
        var update = Sql.Write($"UPDATE lease SET until = {Database.NowSql} + $2 WHERE name = $3 AND node = $4 AND fence = $5")
            .Add(database.Now).Add(duration).Add(lease.Name).Add(lease.Node).Add(lease.Fence);
        return await database.ExecuteAsync([update], cancellationToken).ConfigureAwait(false) == 1;
    }

    public async ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        // The row stays, for the next holder's fence must be greater.
        var update = Sql.Write("UPDATE lease SET node = NULL WHERE name = $1 AND node = $2 AND fence = $3").Add(lease.Name).Add(lease.Node).Add(lease.Fence);
        await database.ExecuteAsync([update], cancellationToken).ConfigureAwait(false);
    }
}
