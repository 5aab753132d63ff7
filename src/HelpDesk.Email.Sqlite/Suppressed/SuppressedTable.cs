using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Suppressed;

/// <summary>Addresses that get no mail for a time.</summary>
internal static class SuppressedTable
{
    private const string Columns = "SELECT address, until, reason, since, outbox_id FROM suppressed_address";

    public static void Set(Connection connection, SuppressedAddress address)
    {
        using var upsert = connection.Prepare("INSERT OR REPLACE INTO suppressed_address (address, since, until, reason, outbox_id) VALUES (?, ?, ?, ?, ?)");
        upsert.Add(address.Address).Add(address.Since).Add(address.Until).Add(address.Reason).Add(address.OutboxId).Run();
    }

    /// <returns>Whether it was suppressed until now.</returns>
    public static bool Lift(Connection connection, string address, DateTimeOffset now)
    {
        using var delete = connection.Prepare("DELETE FROM suppressed_address WHERE address = ? RETURNING until");
        return delete.Add(address).Number() > now.UtcTicks;
    }

    public static IReadOnlyList<SuppressedAddress> Find(Connection connection, IReadOnlyList<string> addresses, DateTimeOffset now)
    {
        using var select = connection.Prepare($"{Columns} WHERE address IN (SELECT value FROM json_each(?)) AND until > ?");
        return Read(select.Add(JsonText.Of(addresses)).Add(now));
    }

    public static IReadOnlyList<SuppressedAddress> List(Connection connection, string? after, int limit, DateTimeOffset now)
    {
        using var select = connection.Prepare($"{Columns} WHERE address > ? AND until > ? ORDER BY address LIMIT ?");
        return Read(select.Add(after ?? string.Empty).Add(now).Add(Math.Max(0, limit)));
    }

    private static List<SuppressedAddress> Read(Statement select)
    {
        var found = new List<SuppressedAddress>();
        while (select.Read())
        {
            var row = new RowReader(select.Row);
            found.Add(new SuppressedAddress(row.Text(), row.Time(), row.Text()) { Since = row.Time(), OutboxId = row.NumberOrNull() });
        }

        return found;
    }
}
