using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.HostEvents;

internal sealed class PostgreSqlHostEvents(Database database) : IHostEventQueue
{
    private readonly UnclearClaims _claims = new();

    public async ValueTask<IReadOnlyList<HostEventClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken)
    {
        var claims = await _claims.RunAsync((stamp, lost) => database.RunAsync(
            (session, token) => session.QueryAsync(HostEventTable.Claim(database, node, max, lease, stamp, lost), row => HostEventTable.Map(row, node), token),
            cancellationToken)).ConfigureAwait(false);
        return [.. claims.OrderBy(claim => claim.Sequence)];
    }

    public async ValueTask<bool> CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt, CancellationToken cancellationToken) =>
        await database.ExecuteAsync([retryAt is { } at ? HostEventTable.Retry(claim, at) : HostEventTable.Remove(claim)], cancellationToken).ConfigureAwait(false) == 1;
}
