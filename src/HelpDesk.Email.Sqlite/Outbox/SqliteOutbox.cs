using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

internal sealed class SqliteOutbox(Database database) : IOutbox
{
    public async ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        // Asked often and mostly in vain: without anything due nothing is written.
        var any = await database.ReadAsync(connection => OutboxClaims.AnyDue(connection, database.Now), cancellationToken).ConfigureAwait(false);
        return !any ? [] : await database.WriteAsync(
            connection =>
            {
                var now = database.Now;
                return OutboxClaims.Claim(connection, node, max, now, now + lease);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => OutboxTransitions.Commit(connection, claim, commit, database.Now), cancellationToken);

    public ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => OutboxRows.Find(connection, query), cancellationToken);

    public async ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken)
    {
        var content = await database.ReadAsync(connection => OutboxTable.ContentOf(connection, id), cancellationToken).ConfigureAwait(false);
        return content is { } known ? StoredContent.Open(database, known) : null;
    }
}
