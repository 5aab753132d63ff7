using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

internal sealed class PostgreSqlOutbox(Database database) : IOutbox
{
    private readonly UnclearClaims _claims = new();
    private readonly UnclearCommits _commits = new();

    public async ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(OutboxClaimRequest request, CancellationToken cancellationToken) =>
        await _claims.RunAsync((stamp, lost) => database.RunAsync(
            (session, token) => session.QueryAsync(OutboxClaims.Claim(database, request, stamp, lost), row => OutboxRows.MapClaim(row, request.Node), token),
            cancellationToken)).ConfigureAwait(false);

    public async ValueTask RenewAsync(IReadOnlyList<OutboxClaim> claims, TimeSpan lease, CancellationToken cancellationToken)
    {
        foreach (var ofNode in claims.GroupBy(claim => claim.Node, StringComparer.Ordinal))
        {
            await database.ExecuteAsync([OutboxClaims.Renew(database, [.. ofNode], lease)], cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken) =>
        _commits.RunAsync(
            claim,
            commit.GetType(),
            () => database.RunAsync((session, token) => OutboxTransitions.CommitAsync(database, session, claim, commit, token), cancellationToken),
            refused: false,
            made: true,
            () => OutboxEvidence.Of(claim, commit),
            database,
            cancellationToken);

    public async ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken) =>
        await database.ReadAsync((session, token) => session.QueryAsync([OutboxRows.Select(query)], OutboxRows.Map, token), cancellationToken).ConfigureAwait(false);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        database.RunAsync((session, token) => OutboxRevival.RequeueAsync(database, session, id, token), cancellationToken);

    public async ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken) =>
        await database.ExecuteAsync([OutboxRevival.Discard(database, id, reason)], cancellationToken).ConfigureAwait(false) == 1;

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) =>
        StoredContent.OfOutboxAsync(database, id, cancellationToken);
}
