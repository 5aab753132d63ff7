using HelpDesk.Email.Configuration;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Keys;

/// <summary>Keys of the file, kept in memory and looked at again every minute, so that a key made by one process reaches all.</summary>
internal sealed class SqliteKeyRing(Database database) : IKeyRing
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private volatile Copy? _copy;

    public ValueTask<SigningKeys> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _copy is { } copy && database.Clock.GetElapsedTime(copy.ReadAt) < Freshness
            ? ValueTask.FromResult(copy.Keys)
            : new ValueTask<SigningKeys>(ReadAsync(cancellationToken));
    }

    private async Task<SigningKeys> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = database.Clock.GetTimestamp();
        var keys = await database.ReadAsync(KeyTable.Read, cancellationToken).ConfigureAwait(false)
            ?? await database.WriteAsync(ReadOrCreate, cancellationToken).ConfigureAwait(false);
        _copy = new Copy(keys, readAt);
        return keys;
    }

    private SigningKeys ReadOrCreate(Connection connection)
    {
        SigningKeys? keys;
        while ((keys = KeyTable.Read(connection)) is null)
        {
            KeyTable.Create(connection, database.Now);
        }

        return keys;
    }

    private sealed record Copy(SigningKeys Keys, long ReadAt);
}
