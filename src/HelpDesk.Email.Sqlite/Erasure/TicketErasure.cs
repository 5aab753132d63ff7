using System.Globalization;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Erasure;

/// <summary>Takes a person out of tickets and contacts.</summary>
internal static class TicketErasure
{
    private const string Theirs = "(ticket_id IN (SELECT id FROM ticket WHERE number IN (SELECT value FROM erased_ticket)) OR lower(author_address) IN (SELECT value FROM erased_address))";

    /// <summary>Empties what they wrote, and all of their own tickets.</summary>
    /// <returns>How many entries.</returns>
    public static int Entries(Connection connection)
    {
        connection.Execute(
            $"""
            DROP TABLE IF EXISTS temp.erased_file;
            CREATE TEMP TABLE erased_file AS SELECT id, content_id FROM ticket_attachment WHERE entry_id IN (SELECT id FROM ticket_entry WHERE {Theirs});
            DELETE FROM ticket_attachment WHERE id IN (SELECT id FROM erased_file);
            """);
        MailErasure.Release(connection, "SELECT DISTINCT content_id FROM erased_file");
        using var empty = connection.Prepare($"UPDATE ticket_entry SET text = '', html = NULL, message_id = NULL WHERE {Theirs} AND (text <> '' OR html IS NOT NULL)");
        var count = empty.Run();
        using var author = connection.Prepare("UPDATE ticket_entry SET author_address = ?, author_name = NULL WHERE lower(author_address) IN (SELECT value FROM erased_address)");
        author.Add(ErasedPerson.Placeholder.Address).Run();
        return count;
    }

    /// <summary>Empties, closes and locks their tickets, and takes them out of those of others.</summary>
    /// <returns>How many tickets were theirs.</returns>
    public static int Tickets(Connection connection, ErasedPerson person, DateTimeOffset now)
    {
        using var empty = connection.Prepare(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            UPDATE ticket SET subject = '', requester_address = ?, requester_name = NULL, version = version + 1, is_locked = 1, category = NULL, type = NULL, priority = NULL,
                closed_at = coalesce(closed_at, ?), status = {(int)TicketStatus.Closed}
            WHERE number IN (SELECT value FROM erased_ticket) AND requester_address <> ?
            """));
        var count = empty.Add(ErasedPerson.Placeholder.Address).Add(now).Add(ErasedPerson.Placeholder.Address).Run();
        connection.Execute(
            """
            DELETE FROM ticket_field WHERE ticket_id IN (SELECT id FROM ticket WHERE number IN (SELECT value FROM erased_ticket));
            UPDATE ticket SET assignee_address = NULL, assignee_name = NULL, version = version + 1 WHERE lower(assignee_address) IN (SELECT value FROM erased_address);
            UPDATE ticket SET version = version + 1 WHERE id IN (SELECT ticket_id FROM ticket_person WHERE key IN (SELECT value FROM erased_address));
            DELETE FROM ticket_person WHERE key IN (SELECT value FROM erased_address);
            """);
        Results(connection, person);
        return count;
    }

    /// <summary>Removes them from the directory.</summary>
    /// <returns>How many people.</returns>
    public static int Contacts(Connection connection)
    {
        connection.Execute("DROP TABLE IF EXISTS temp.erased_contact; CREATE TEMP TABLE erased_contact AS SELECT DISTINCT contact_id FROM contact_address WHERE key IN (SELECT value FROM erased_address)");
        using var addresses = connection.Prepare("DELETE FROM contact_address WHERE contact_id IN (SELECT contact_id FROM erased_contact)");
        addresses.Run();
        using var delete = connection.Prepare("DELETE FROM contact WHERE id IN (SELECT contact_id FROM erased_contact)");
        return delete.Run();
    }

    // A recorded result shows the ticket as it stood: of an erased one it shows the ticket as it stands now.
    private static void Results(Connection connection, ErasedPerson person)
    {
        var changed = new List<(long Id, string Result)>();
        using (var select = connection.Prepare(
            "SELECT o.id, o.result, o.ticket_id FROM ticket_operation o JOIN ticket t ON t.id = o.ticket_id WHERE t.number IN (SELECT value FROM touched_ticket)"))
        {
            while (select.Read())
            {
                var result = ApplyResult.FromJson(select.Row.Text(1));
                if (result.Ticket is { } before && (person.IsNamedIn(select.Row.Text(1)) || person.Tickets.Contains(before.Number, StringComparer.OrdinalIgnoreCase) || person.Has(before.Requester.Address)))
                {
                    changed.Add((select.Row.Number(0), (result with { Ticket = TicketTable.Find(connection, select.Row.Number(2)) }).ToJson()));
                }
            }
        }

        foreach (var (id, result) in changed)
        {
            using var update = connection.Prepare("UPDATE ticket_operation SET result = ? WHERE id = ?");
            update.Add(result).Add(id).Run();
        }
    }
}
