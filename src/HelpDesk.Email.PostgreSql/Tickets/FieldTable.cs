using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>Fields of the host's own that tickets have.</summary>
internal static class FieldTable
{
    public static IEnumerable<Sql> Set(IReadOnlyDictionary<string, string> fields) => fields.Select(field =>
        Sql.Write($"INSERT INTO ticket_field (ticket_id, key, name, value) VALUES ({TicketTable.ChangedId}, $1, $2, $3) ON CONFLICT (ticket_id, key) DO UPDATE SET value = excluded.value")
            .Add(TextKey.Of(field.Key)).Add(field.Key).Add(field.Value));
}
