using HelpDesk.Email.Messages;
using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>Who belongs to a ticket besides its requester.</summary>
internal static class AcmePeople
{
    public const string Participant = "participant";
    public const string Subscriber = "subscriber";

    #region store-people
    /// <summary>Adds people in a role; who has it already, and the requester, are passed over.</summary>
    public static void Add(SqliteConnection connection, long ticketId, string role, IEnumerable<EmailAddress> people, EmailAddress requester)
    {
        foreach (var person in people.Where(person => !person.Equals(requester)))
        {
            connection.Execute(
                "INSERT OR IGNORE INTO ticket_person (ticket_id, role, key, address, name) VALUES ($ticket, $role, $key, $address, $name)",
                ("$ticket", ticketId), ("$role", role), ("$key", person.Key), ("$address", person.Address), ("$name", person.Name));
        }
    }

    /// <summary>Takes people out of a role; who does not have it is passed over.</summary>
    public static void Remove(SqliteConnection connection, long ticketId, string role, IEnumerable<EmailAddress> people)
    {
        foreach (var person in people)
        {
            connection.Execute(
                "DELETE FROM ticket_person WHERE ticket_id = $ticket AND role = $role AND key = $key",
                ("$ticket", ticketId), ("$role", role), ("$key", person.Key));
        }
    }
    #endregion

    /// <summary>The people in a role, in the order in which they joined.</summary>
    public static IReadOnlyList<EmailAddress> Read(SqliteConnection connection, long ticketId, string role) =>
        connection.Rows(
            "SELECT address, name FROM ticket_person WHERE ticket_id = $ticket AND role = $role ORDER BY rowid",
            row => EmailAddress.Create(row.GetString(0), row.TextOrNull(1)),
            ("$ticket", ticketId), ("$role", role));
}
