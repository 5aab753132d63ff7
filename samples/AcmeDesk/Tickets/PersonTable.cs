using AcmeDesk.Data;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace AcmeDesk.Tickets;

/// <summary>Who belongs to a ticket besides its requester.</summary>
internal static class PersonTable
{
    public const string Participant = "participant";
    public const string Subscriber = "subscriber";

    private const string Ticket = "(SELECT id FROM ticket WHERE number = $number)";

    public static List<EmailAddress> Select(SqliteConnection connection, string number, string role) =>
        connection.Rows(
            $"SELECT address, name FROM person WHERE ticket = {Ticket} AND role = $role ORDER BY rowid",
            row => EmailAddress.Create(row.GetString(0), row.TextOrNull(1)),
            ("$number", number), ("$role", role));

    /// <summary>Removes before it adds: who is added by the same change stays.</summary>
    public static void Change(SqliteConnection connection, string number, TicketChange change, EmailAddress requester)
    {
        foreach (var person in change.RemoveSubscribers)
        {
            connection.Execute(
                $"DELETE FROM person WHERE ticket = {Ticket} AND role = $role AND address = $address",
                ("$number", number), ("$role", Subscriber), ("$address", person.Address));
        }

        Add(connection, number, Participant, change.AddParticipants.Where(person => !person.Equals(requester)));
        Add(connection, number, Subscriber, change.AddSubscribers.Where(person => !person.Equals(requester)));
    }

    private static void Add(SqliteConnection connection, string number, string role, IEnumerable<EmailAddress> people)
    {
        foreach (var person in people)
        {
            connection.Execute(
                $"INSERT OR IGNORE INTO person (ticket, role, address, name) VALUES ({Ticket}, $role, $address, $name)",
                ("$number", number), ("$role", role), ("$address", person.Address), ("$name", person.Name));
        }
    }
}
