using System.Globalization;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Erasure;

/// <summary>Takes a person out of tickets and contacts.</summary>
internal static class TicketErasure
{
    private const string Theirs = "(ticket_id IN (SELECT id FROM ticket WHERE number IN (SELECT value FROM erased_ticket)) OR lower(author_address) IN (SELECT value FROM erased_address))";

    public static Sql Files => Sql.Write($"DELETE FROM ticket_attachment WHERE entry_id IN (SELECT id FROM ticket_entry WHERE {Theirs})");

    /// <summary>Empties what they wrote, and all of their own tickets.</summary>
    public static Sql Entries => Sql.Write($"UPDATE ticket_entry SET text = '', html = NULL, message_id = NULL WHERE {Theirs} AND (text <> '' OR html IS NOT NULL)");

    public static Sql Authors =>
        Sql.Write("UPDATE ticket_entry SET author_address = $1, author_name = NULL WHERE lower(author_address) IN (SELECT value FROM erased_address)").Add(ErasedPerson.Placeholder.Address);

    /// <summary>Empties, closes and locks their tickets.</summary>
    public static Sql Tickets(Database database) => Sql.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        UPDATE ticket SET subject = '', requester_address = $2, requester_name = NULL, requester_key = $3, version = version + 1, is_locked = true, category = NULL, type = NULL, priority = NULL,
            closed_at = coalesce(closed_at, {Database.NowSql}), status = {(int)TicketStatus.Closed}
        WHERE number IN (SELECT value FROM erased_ticket) AND requester_address <> $2
        """)).Add(database.Now).Add(ErasedPerson.Placeholder.Address).Add(TextKey.OfAnyCase(ErasedPerson.Placeholder.Address));

    /// <summary>Takes them out of the tickets of others.</summary>
    public static IEnumerable<Sql> People() =>
    [
        Sql.Write("DELETE FROM ticket_field WHERE ticket_id IN (SELECT id FROM ticket WHERE number IN (SELECT value FROM erased_ticket))"),
        Sql.Write("UPDATE ticket SET assignee_address = NULL, assignee_name = NULL, version = version + 1 WHERE lower(assignee_address) IN (SELECT value FROM erased_address)"),
        Sql.Write("UPDATE ticket SET version = version + 1 WHERE id IN (SELECT ticket_id FROM ticket_person WHERE lower(address) IN (SELECT value FROM erased_address))"),
        Sql.Write("DELETE FROM ticket_person WHERE lower(address) IN (SELECT value FROM erased_address)"),
        Sql.Write("CREATE TEMP TABLE erased_contact ON COMMIT DROP AS SELECT DISTINCT contact_id FROM contact_address WHERE lower(address) IN (SELECT value FROM erased_address)"),
        Sql.Write("DELETE FROM contact_address WHERE contact_id IN (SELECT contact_id FROM erased_contact)"),
    ];

    public static Sql Contacts => Sql.Write("DELETE FROM contact WHERE id IN (SELECT contact_id FROM erased_contact)");

    /// <summary>The recorded results of their tickets and of those they took part in.</summary>
    public static Sql Results => Sql.Read(
        "SELECT o.operation_id, o.result, o.ticket_id FROM ticket_operation o JOIN ticket t ON t.id = o.ticket_id WHERE o.result IS NOT NULL AND t.number IN (SELECT value FROM touched_ticket)");

    public static Sql SetResult(Guid operationId, string result) => Sql.Write("UPDATE ticket_operation SET result = $1 WHERE operation_id = $2").Add(result).Add(operationId);
}
