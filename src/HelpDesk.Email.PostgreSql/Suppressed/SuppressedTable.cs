using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Suppressed;

/// <summary>Addresses that get no mail for a time.</summary>
internal static class SuppressedTable
{
    private const string Columns = "SELECT address, until, reason, since, outbox_id FROM suppressed_address";

    public static Sql Set(SuppressedAddress address) => Sql.Write(
        """
        INSERT INTO suppressed_address (address, since, until, reason, outbox_id) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (address) DO UPDATE SET since = excluded.since, until = excluded.until, reason = excluded.reason, outbox_id = excluded.outbox_id
        """).Add(address.Address).Add(address.Since).Add(address.Until).Add(address.Reason).Add(address.OutboxId);

    /// <summary>Suppresses some addresses and lifts others: in one order, and for one address the lifting last.</summary>
    public static IEnumerable<Sql> Change(IReadOnlyList<SuppressedAddress> suppressed, IReadOnlyList<string> lifted) =>
        suppressed.Select(address => (address.Address, IsLifted: false, Change: Set(address)))
            .Concat(lifted.Select(address => (Address: address, IsLifted: true, Change: Sql.Write("DELETE FROM suppressed_address WHERE address = $1").Add(address))))
            .OrderBy(change => change.Address, StringComparer.Ordinal)
            .ThenBy(change => change.IsLifted)
            .Select(change => change.Change);

    /// <summary>Lifts an address; tells whether it was suppressed until now.</summary>
    public static Sql Lift(Database database, string address) =>
        Sql.Read($"DELETE FROM suppressed_address WHERE address = $2 RETURNING until > {Database.NowSql}").Add(database.Now).Add(address);

    public static Sql Find(Database database, IReadOnlyList<string> addresses) =>
        Sql.Read($"{Columns} WHERE address = ANY ($2) AND until > {Database.NowSql}").Add(database.Now).Add(addresses);

    public static Sql List(Database database, string? after, int limit) =>
        Sql.Read($"{Columns} WHERE address > $2 AND until > {Database.NowSql} ORDER BY address LIMIT $3").Add(database.Now).Add(after ?? string.Empty).Add((long)Math.Max(0, limit));

    public static SuppressedAddress Map(RowReader row) =>
        new(row.Text(), row.Time(), row.Text()) { Since = row.Time(), OutboxId = row.NumberOrNull() };
}
