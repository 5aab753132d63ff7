using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>Fields of the host's own that tickets have.</summary>
internal static class FieldTable
{
    public static void Set(Connection connection, long ticketId, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            using var upsert = connection.Prepare(
                "INSERT INTO ticket_field (ticket_id, name, value) VALUES (?, ?, ?) ON CONFLICT (ticket_id, name) DO UPDATE SET value = excluded.value");
            upsert.Add(ticketId).Add(name).Add(value).Run();
        }
    }

    public static IReadOnlyDictionary<string, string> Find(Connection connection, long ticketId)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        using var select = connection.Prepare("SELECT name, value FROM ticket_field WHERE ticket_id = ?");
        select.Add(ticketId);
        while (select.Read())
        {
            fields.Add(select.Row.Text(0), select.Row.Text(1));
        }

        return fields;
    }
}
