using System.Security.Cryptography;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Keys;

/// <summary>Keys of the database, kept in memory and looked at again every minute, so that a key made by one process reaches all.</summary>
internal sealed class PostgreSqlKeyRing(Database database) : IKeyRing
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const string Select = "SELECT id, secret, retired_at FROM signing_key ORDER BY retired_at IS NULL DESC, created_at DESC, id";

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private volatile Copy? _copy;

    public ValueTask<SigningKeys> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _copy is { } copy && database.Clock.GetElapsedTime(copy.ReadAt) < Freshness
            ? ValueTask.FromResult(copy.Keys)
            : new ValueTask<SigningKeys>(LookAsync(cancellationToken));
    }

    private async Task<SigningKeys> LookAsync(CancellationToken cancellationToken)
    {
        var readAt = database.Clock.GetTimestamp();
        SigningKeys? keys;
        while ((keys = await ReadAsync(cancellationToken).ConfigureAwait(false)) is null)
        {
            // A ring has few keys and 1,024 ids: one that is taken is rare, and then another is drawn. Of two processes one makes the key.
            var create = Sql.Write($"INSERT INTO signing_key (id, secret, created_at) VALUES ($2, $3, {Database.NowSql}) ON CONFLICT DO NOTHING")
                .Add(database.Now).Add(RandomNumberGenerator.GetString(Alphabet, 2)).Add(RandomNumberGenerator.GetBytes(32));
            await database.ExecuteAsync([create], cancellationToken).ConfigureAwait(false);
        }

        _copy = new Copy(keys, readAt);
        return keys;
    }

    private async ValueTask<SigningKeys?> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (session, token) => session.QueryAsync(
                [Sql.Read(Select)], row => (Key: new SigningKey(row.Text(), row.Octets()), RetiredAt: row.TimeOrNull()), token),
            cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 || rows[0].RetiredAt is not null ? null : new SigningKeys(rows[0].Key, [.. rows.Skip(1).Select(row => row.Key)]);
    }

    private sealed record Copy(SigningKeys Keys, long ReadAt);
}
