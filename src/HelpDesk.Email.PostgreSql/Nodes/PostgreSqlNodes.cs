using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.HostEvents;
using HelpDesk.Email.PostgreSql.Journal;
using HelpDesk.Email.PostgreSql.Outbox;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Nodes;

/// <summary>Who has joined, and what becomes of the claims of a name that comes back.</summary>
internal sealed class PostgreSqlNodes(Database database)
{
    public async ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wishedName);
        await database.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await StageSweep.RunAsync(database, cancellationToken).ConfigureAwait(false);
        var connection = await database.ConnectAloneAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var name = await NodeLock.TakeAsync(database, connection, wishedName, cancellationToken).ConfigureAwait(false);
            await TakeBackAsync(name, cancellationToken).ConfigureAwait(false);
            return new PostgreSqlNode(database, connection, name);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Who holds the name's lock is the only one of that name: whatever else it claimed is a dead process's.
    private async ValueTask TakeBackAsync(string node, CancellationToken cancellationToken) => await database.ExecuteAsync(
        [QueueTable.EndClaimsOf(database, node), OutboxClaims.FreeClaimsOf(database, node), HostEventTable.FreeClaimsOf(node)],
        cancellationToken).ConfigureAwait(false);
}
