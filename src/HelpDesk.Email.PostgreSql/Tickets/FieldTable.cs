using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>Fields of the host's own that tickets have.</summary>
internal static class FieldTable
{
    public static IEnumerable<Sql> Set(long ticketId, IReadOnlyDictionary<string, string> fields) => fields.Select(field =>
        Sql.Write("INSERT INTO ticket_field (ticket_id, key, name, value) VALUES ($1, $2, $3, $4) ON CONFLICT (ticket_id, key) DO UPDATE SET value = excluded.value")
            .Add(ticketId).Add(TextKey.Of(field.Key)).Add(field.Key).Add(field.Value));
}
