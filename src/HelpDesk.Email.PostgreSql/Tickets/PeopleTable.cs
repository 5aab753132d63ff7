using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>Who belongs to which ticket.</summary>
internal static class PeopleTable
{
    public const int Participant = 0;
    public const int Subscriber = 1;

    /// <summary>Adds those who are not there yet; the requester belongs to the ticket anyway.</summary>
    public static IEnumerable<Sql> Add(long ticketId, int role, IReadOnlyList<EmailAddress> addresses, EmailAddress requester) =>
        addresses.Where(address => !address.Equals(requester)).Select(address =>
            Sql.Write("INSERT INTO ticket_person (ticket_id, role, key, address, name) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (ticket_id, role, key) DO NOTHING")
                .Add(ticketId).Add(role).Add(TextKey.Of(address.Key)).Add(address.Address).Add(address.Name));

    public static IEnumerable<Sql> Remove(long ticketId, int role, IReadOnlyList<EmailAddress> addresses) =>
        addresses.Select(address =>
            Sql.Write("DELETE FROM ticket_person WHERE ticket_id = $1 AND role = $2 AND key = $3").Add(ticketId).Add(role).Add(TextKey.Of(address.Key)));
}
