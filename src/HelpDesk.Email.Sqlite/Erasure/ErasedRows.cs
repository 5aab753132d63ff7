using HelpDesk.Email.Erasure;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;

namespace HelpDesk.Email.Sqlite.Erasure;

/// <summary>Which rows are a person's: looked up once, under the write lock, into tables of the connection alone.</summary>
internal static class ErasedRows
{
    /// <summary>Everything known of the person here: what others call them, too.</summary>
    public static ErasedPerson Know(Connection connection, ErasedPerson person)
    {
        Fill(connection, "erased_address", [.. person.Addresses.Select(address => address.Key)]);
        var names = new List<string>(person.Names);
        using var select = connection.Prepare(
            """
            SELECT from_name FROM journal WHERE from_name IS NOT NULL AND lower(from_address) IN (SELECT value FROM erased_address)
            UNION SELECT name FROM contact_address WHERE name IS NOT NULL AND key IN (SELECT value FROM erased_address)
            UNION SELECT requester_name FROM ticket WHERE requester_name IS NOT NULL AND lower(requester_address) IN (SELECT value FROM erased_address)
            UNION SELECT author_name FROM ticket_entry WHERE author_name IS NOT NULL AND lower(author_address) IN (SELECT value FROM erased_address)
            UNION SELECT name FROM ticket_person WHERE name IS NOT NULL AND key IN (SELECT value FROM erased_address)
            """);
        while (select.Read())
        {
            names.Add(select.Row.Text(0));
        }

        return new ErasedPerson(person.Addresses, names) { Tickets = person.Tickets, Marks = person.Marks, Reason = person.Reason };
    }

    /// <summary>The numbers of the tickets with something of theirs.</summary>
    public static IReadOnlyList<string> Tickets(Connection connection)
    {
        var numbers = new List<string>();
        using var select = connection.Prepare(
            """
            SELECT ticket FROM journal WHERE ticket IS NOT NULL
                AND (lower(from_address) IN (SELECT value FROM erased_address) OR lower(reverse_path) IN (SELECT value FROM erased_address))
            UNION SELECT number FROM ticket WHERE lower(requester_address) IN (SELECT value FROM erased_address)
            UNION SELECT t.number FROM ticket t JOIN ticket_person p ON p.ticket_id = t.id WHERE p.key IN (SELECT value FROM erased_address)
            UNION SELECT t.number FROM ticket t JOIN ticket_entry e ON e.ticket_id = t.id WHERE lower(e.author_address) IN (SELECT value FROM erased_address)
            """);
        while (select.Read())
        {
            numbers.Add(select.Row.Text(0));
        }

        return numbers;
    }

    /// <summary>Fills the tables that <see cref="MailErasure"/> and <see cref="TicketErasure"/> read.</summary>
    /// <remarks>erased_ticket: theirs. touched_ticket: those in which something of theirs may be quoted. erased_mail: rows of the journal that go.</remarks>
    public static void Find(Connection connection, ErasedPerson person)
    {
        Fill(connection, "touched_ticket", [.. Tickets(connection).Concat(person.Tickets).Distinct(StringComparer.OrdinalIgnoreCase)]);
        Fill(connection, "erased_ticket", person.Tickets);
        connection.Execute(
            """
            INSERT INTO erased_ticket SELECT number FROM ticket WHERE lower(requester_address) IN (SELECT value FROM erased_address) ON CONFLICT DO NOTHING;
            DROP TABLE IF EXISTS temp.erased_mail;
            CREATE TEMP TABLE erased_mail AS SELECT id, content_id FROM journal
                WHERE lower(from_address) IN (SELECT value FROM erased_address) OR lower(reverse_path) IN (SELECT value FROM erased_address)
                    OR ticket IN (SELECT value FROM erased_ticket);
            """);
    }

    private static void Fill(Connection connection, string table, IReadOnlyList<string> values)
    {
        connection.Execute($"DROP TABLE IF EXISTS temp.{table}; CREATE TEMP TABLE {table} (value TEXT PRIMARY KEY COLLATE NOCASE)");
        using var insert = connection.Prepare($"INSERT INTO temp.{table} SELECT DISTINCT value FROM json_each(?)");
        insert.Add(JsonText.Of(values)).Run();
    }
}
