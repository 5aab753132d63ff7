using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

internal sealed class PostgreSqlOutbox(Database database) : IOutbox
{
    public ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(OutboxClaimRequest request, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<OutboxClaim>>(
            async (session, token) =>
            {
                var claimed = await session.QueryAsync(OutboxClaims.Claim(database, request), row => (Id: row.Number(), Fence: row.Number()), token).ConfigureAwait(false);
                if (claimed.Count == 0)
                {
                    return [];
                }

                var fences = claimed.ToDictionary(claim => claim.Id, claim => claim.Fence);
                var entries = await OutboxRows.FindAsync(session, [.. fences.Keys], token).ConfigureAwait(false);
                return [.. entries.Select(entry => new OutboxClaim(entry, request.Node, fences[entry.Id], InDoubt: entry.State == OutboxState.Sending))];
            },
            cancellationToken);

    public async ValueTask RenewAsync(IReadOnlyList<OutboxClaim> claims, TimeSpan lease, CancellationToken cancellationToken)
    {
        foreach (var ofNode in claims.GroupBy(claim => claim.Node, StringComparer.Ordinal))
        {
            await database.ExecuteAsync([OutboxClaims.Renew(database, [.. ofNode], lease)], cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken) =>
        database.RunAsync((session, token) => OutboxTransitions.CommitAsync(database, session, claim, commit, token), cancellationToken);

    public async ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken) =>
        await database.ReadAsync((session, token) => session.QueryAsync([OutboxRows.Select(query)], OutboxRows.Map, token), cancellationToken).ConfigureAwait(false);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        database.RunAsync((session, token) => OutboxRevival.RequeueAsync(database, session, id, token), cancellationToken);

    public async ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken) =>
        await database.ExecuteAsync([OutboxRevival.Discard(database, id, reason)], cancellationToken).ConfigureAwait(false) == 1;

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) =>
        StoredContent.OfOutboxAsync(database, id, cancellationToken);
}
