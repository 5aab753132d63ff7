using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.HostEvents;

internal sealed class SqliteHostEvents(Database database) : IHostEventQueue
{
    public async ValueTask<IReadOnlyList<HostEventClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        // Asked often and mostly in vain: without anything due nothing is written.
        var any = await database.ReadAsync(connection => HostEventTable.AnyDue(connection, database.Now), cancellationToken).ConfigureAwait(false);
        return !any ? [] : await database.WriteAsync(
            connection =>
            {
                var now = database.Now;
                return HostEventTable.Claim(connection, node, max, now, now + lease);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<bool> CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt, CancellationToken cancellationToken) => database.WriteAsync(
        connection => retryAt is { } at ? HostEventTable.Retry(connection, claim, at) : HostEventTable.Remove(connection, claim),
        cancellationToken);
}
