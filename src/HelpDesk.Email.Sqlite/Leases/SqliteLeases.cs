using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Leases;

internal sealed class SqliteLeases(Database database) : ILeases
{
    public ValueTask<Lease?> TryAcquireAsync(string name, string node, TimeSpan duration, CancellationToken cancellationToken) =>
        database.WriteLastAsync(connection => TryAcquire(connection, name, node, database.Now, duration), cancellationToken);

    public ValueTask<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) => database.WriteLastAsync(
        connection =>
        {
            // One that ended and that nobody took since is still its holder's.
            using var update = connection.Prepare("UPDATE lease SET until = ? WHERE name = ? AND node = ? AND fence = ?");
            return update.Add(database.Now + duration).Add(lease.Name).Add(lease.Node).Add(lease.Fence).Run() == 1;
        },
        cancellationToken);

    public async ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken) => await database.WriteLastAsync(
        connection =>
        {
            // The row stays, for the next holder's fence must be greater.
            using var update = connection.Prepare("UPDATE lease SET node = NULL WHERE name = ? AND node = ? AND fence = ?");
            return update.Add(lease.Name).Add(lease.Node).Add(lease.Fence).Run();
        },
        cancellationToken).ConfigureAwait(false);

    private static Lease? TryAcquire(Connection connection, string name, string node, DateTimeOffset now, TimeSpan duration)
    {
        using var upsert = connection.Prepare(
            """
            INSERT INTO lease (name, node, fence, until) VALUES (?1, ?2, 1, ?3)
            ON CONFLICT (name) DO UPDATE SET node = ?2, until = ?3, fence = CASE WHEN node IS ?2 THEN fence ELSE fence + 1 END
            WHERE node IS NULL OR node = ?2 OR until <= ?4
            RETURNING fence
            """);
        return upsert.Add(name).Add(node).Add(now + duration).Add(now).Number() is { } fence ? new Lease(name, node, fence) : null;
    }
}
