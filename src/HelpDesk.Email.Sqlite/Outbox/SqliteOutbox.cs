using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

internal sealed class SqliteOutbox(Database database) : IOutbox
{
    public async ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(OutboxClaimRequest request, CancellationToken cancellationToken)
    {
        // Asked often and mostly in vain: without anything due nothing is written.
        var any = await database.ReadAsync(connection => OutboxClaims.AnyDue(connection, request, database.Now), cancellationToken).ConfigureAwait(false);
        return !any ? [] : await database.WriteAsync(connection => OutboxClaims.Claim(connection, request, database.Now), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RenewAsync(IReadOnlyList<OutboxClaim> claims, TimeSpan lease, CancellationToken cancellationToken) => await database.WriteAsync(
        connection =>
        {
            var until = database.Now + lease;
            foreach (var claim in claims)
            {
                OutboxClaims.Renew(connection, claim, until);
            }

            return claims.Count;
        },
        cancellationToken).ConfigureAwait(false);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => OutboxRevival.Requeue(connection, id, database.Now), cancellationToken);

    public ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => OutboxRevival.Discard(connection, id, reason, database.Now), cancellationToken);

    public ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => OutboxTransitions.Commit(connection, claim, commit, database.Now), cancellationToken);

    public ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => OutboxRows.Find(connection, query), cancellationToken);

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => OutboxTable.ContentOf(connection, id) is { } content ? StoredContent.Open(connection, database, content) : null,
        cancellationToken);
}
