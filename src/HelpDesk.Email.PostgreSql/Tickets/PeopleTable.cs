using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>Who belongs to which ticket.</summary>
internal static class PeopleTable
{
    public const int Participant = 0;
    public const int Subscriber = 1;

    /// <summary>Adds those who are not there yet; the requester belongs to the ticket anyway.</summary>
    public static IEnumerable<Sql> Add(int role, IReadOnlyList<EmailAddress> addresses) =>
        addresses.Select(address => Sql.Write(
            $"""
            INSERT INTO ticket_person (ticket_id, role, key, address, name)
            SELECT id, $1, $2, $3, $4 FROM ticket WHERE id = {TicketTable.ChangedId} AND requester_key <> $2 ON CONFLICT (ticket_id, role, key) DO NOTHING
            """).Add(role).Add(TextKey.Of(address.Key)).Add(address.Address).Add(address.Name));

    public static IEnumerable<Sql> Remove(int role, IReadOnlyList<EmailAddress> addresses) =>
        addresses.Select(address =>
            Sql.Write($"DELETE FROM ticket_person WHERE ticket_id = {TicketTable.ChangedId} AND role = $1 AND key = $2").Add(role).Add(TextKey.Of(address.Key)));
}
