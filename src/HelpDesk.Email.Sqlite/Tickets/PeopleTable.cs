using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>Who belongs to which ticket.</summary>
internal static class PeopleTable
{
    public const int Participant = 0;
    public const int Subscriber = 1;

    /// <summary>Adds those who are not there yet; the requester belongs to the ticket anyway.</summary>
    public static void Add(Connection connection, long ticketId, int role, IReadOnlyList<EmailAddress> addresses, EmailAddress requester)
    {
        foreach (var address in addresses.Where(address => !address.Equals(requester)))
        {
            using var insert = connection.Prepare(
                "INSERT INTO ticket_person (ticket_id, role, key, address, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT (ticket_id, role, key) DO NOTHING");
            insert.Add(ticketId).Add(role).Add(address.Key).Add(address.Address).Add(address.Name).Run();
        }
    }

    public static void Remove(Connection connection, long ticketId, int role, IReadOnlyList<EmailAddress> addresses)
    {
        foreach (var address in addresses)
        {
            using var delete = connection.Prepare("DELETE FROM ticket_person WHERE ticket_id = ? AND role = ? AND key = ?");
            delete.Add(ticketId).Add(role).Add(address.Key).Run();
        }
    }

    public static IReadOnlyList<EmailAddress> Find(Connection connection, long ticketId, int role)
    {
        var people = new List<EmailAddress>();
        using var select = connection.Prepare("SELECT address, name FROM ticket_person WHERE ticket_id = ? AND role = ? ORDER BY id");
        select.Add(ticketId).Add(role);
        while (select.Read())
        {
            people.Add(EmailAddress.Create(select.Row.Text(0), select.Row.TextOrNull(1)));
        }

        return people;
    }
}
