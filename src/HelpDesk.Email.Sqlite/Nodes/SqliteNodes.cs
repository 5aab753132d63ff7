using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Sqlite.HostEvents;
using HelpDesk.Email.Sqlite.Journal;
using HelpDesk.Email.Sqlite.Outbox;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Nodes;

/// <summary>Who has joined, and what becomes of the claims of a name that comes back.</summary>
internal sealed class SqliteNodes(Database database)
{
    public async ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wishedName);
        await database.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await ContentStaging.SweepAsync(database, cancellationToken).ConfigureAwait(false);
        var nameLock = NodeLock.Take(database.Path, wishedName);
        try
        {
            await TakeBackAsync(nameLock.Name, cancellationToken).ConfigureAwait(false);
            return new SqliteNode(nameLock);
        }
        catch
        {
            nameLock.Dispose();
            throw;
        }
    }

    // Who holds the name's lock is the only one of that name: whatever else it claimed is a dead process's.
    private async ValueTask TakeBackAsync(string node, CancellationToken cancellationToken) => await database.WriteAsync(
        connection =>
        {
            QueueTable.EndClaimsOf(connection, node, database.Now);
            OutboxClaims.FreeClaimsOf(connection, node, database.Now);
            HostEventTable.FreeClaimsOf(connection, node);
            return true;
        },
        cancellationToken).ConfigureAwait(false);
}
