using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Suppressed;

internal sealed class SqliteSuppressedAddresses(Database database) : ISuppressedAddresses
{
    public async ValueTask SuppressAsync(SuppressedAddress address, CancellationToken cancellationToken) => await database.WriteAsync(
        connection =>
        {
            SuppressedTable.Set(connection, address);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    public ValueTask<bool> LiftAsync(string address, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => SuppressedTable.Lift(connection, address, database.Now), cancellationToken);

    public ValueTask<IReadOnlyList<SuppressedAddress>> FindAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SuppressedTable.Find(connection, addresses, database.Now), cancellationToken);

    public ValueTask<IReadOnlyList<SuppressedAddress>> ListAsync(string? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SuppressedTable.List(connection, after, limit, database.Now), cancellationToken);
}
