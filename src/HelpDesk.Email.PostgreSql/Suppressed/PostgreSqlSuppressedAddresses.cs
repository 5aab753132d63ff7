using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Suppressed;

internal sealed class PostgreSqlSuppressedAddresses(Database database) : ISuppressedAddresses
{
    public async ValueTask SuppressAsync(SuppressedAddress address, CancellationToken cancellationToken) =>
        await database.ExecuteAsync([SuppressedTable.Set(address)], cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> LiftAsync(string address, CancellationToken cancellationToken) =>
        await database.RunAsync(
            (session, token) => session.FirstAsync(SuppressedTable.Lift(database, address), row => row.Flag(), token), cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<SuppressedAddress>> FindAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            (session, token) => session.QueryAsync([SuppressedTable.Find(database, addresses)], SuppressedTable.Map, token), cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<SuppressedAddress>> ListAsync(string? after, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            (session, token) => session.QueryAsync([SuppressedTable.List(database, after, limit)], SuppressedTable.Map, token), cancellationToken).ConfigureAwait(false);
}
