using HelpDesk.Email.Erasure;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Erasure;

/// <summary>Which rows are a person's: looked up once, into tables of the transaction alone.</summary>
internal static class ErasedRows
{
    private const string Addresses = "ANY ($1)";

    public static string[] KeysOf(ErasedPerson person) => [.. person.Addresses.Select(address => address.Key)];

    /// <summary>What others call them.</summary>
    public static Sql Names(ErasedPerson person) => Sql.Read(
        $"""
        SELECT from_name FROM journal WHERE from_name IS NOT NULL AND lower(from_address) = {Addresses}
        UNION SELECT name FROM contact_address WHERE name IS NOT NULL AND lower(address) = {Addresses}
        UNION SELECT requester_name FROM ticket WHERE requester_name IS NOT NULL AND lower(requester_address) = {Addresses}
        UNION SELECT author_name FROM ticket_entry WHERE author_name IS NOT NULL AND lower(author_address) = {Addresses}
        UNION SELECT name FROM ticket_person WHERE name IS NOT NULL AND lower(address) = {Addresses}
        """).Add(KeysOf(person));

    /// <summary>The numbers of the tickets with something of theirs.</summary>
    public static Sql Tickets(ErasedPerson person) => Sql.Read(
        $"""
        SELECT ticket FROM journal WHERE ticket IS NOT NULL AND (lower(from_address) = {Addresses} OR lower(reverse_path) = {Addresses})
        UNION SELECT number FROM ticket WHERE lower(requester_address) = {Addresses}
        UNION SELECT t.number FROM ticket t JOIN ticket_person p ON p.ticket_id = t.id WHERE lower(p.address) = {Addresses}
        UNION SELECT t.number FROM ticket t JOIN ticket_entry e ON e.ticket_id = t.id WHERE lower(e.author_address) = {Addresses}
        """).Add(KeysOf(person));

    /// <summary>Makes the tables that <see cref="MailErasure"/> and <see cref="TicketErasure"/> read.</summary>
    /// <remarks>erased_ticket: theirs. touched_ticket: those in which something of theirs may be quoted. erased_mail: rows of the journal that go.</remarks>
    public static IEnumerable<Sql> Find(ErasedPerson person, IEnumerable<string> touched) =>
    [
        Sql.Write("CREATE TEMP TABLE erased_address ON COMMIT DROP AS SELECT value FROM unnest($1) AS value").Add(KeysOf(person)),
        Sql.Write("CREATE TEMP TABLE touched_ticket ON COMMIT DROP AS SELECT DISTINCT value FROM unnest($1) AS value").Add(touched.Concat(person.Tickets)),
        Sql.Write(
            """
            CREATE TEMP TABLE erased_ticket ON COMMIT DROP AS
                SELECT value FROM unnest($1) AS value UNION SELECT number FROM ticket WHERE lower(requester_address) IN (SELECT value FROM erased_address)
            """).Add(person.Tickets),
        Sql.Write(
            """
            CREATE TEMP TABLE erased_mail ON COMMIT DROP AS SELECT id, content_id FROM journal
                WHERE lower(from_address) IN (SELECT value FROM erased_address) OR lower(reverse_path) IN (SELECT value FROM erased_address) OR ticket IN (SELECT value FROM erased_ticket)
            """),
        Sql.Write(
            """
            CREATE TEMP TABLE erased_outbox ON COMMIT DROP AS SELECT id, content_id FROM outbox o
                WHERE ticket IN (SELECT value FROM touched_ticket) OR journal_id IN (SELECT id FROM erased_mail)
                    OR EXISTS (SELECT 1 FROM erased_address a WHERE position(a.value IN lower(o.recipients)) > 0)
            """),
        Sql.Write(
            """
            CREATE TEMP TABLE erased_content ON COMMIT DROP AS SELECT content_id FROM erased_mail
                UNION SELECT content_id FROM erased_outbox WHERE content_id IS NOT NULL
                UNION SELECT content_id FROM journal WHERE ticket IN (SELECT value FROM touched_ticket)
                UNION SELECT j.content_id FROM journal j JOIN content c ON c.id = j.content_id
                    WHERE c.octets IS NOT NULL AND EXISTS (SELECT 1 FROM erased_address a WHERE position(convert_to(a.value, 'UTF8') IN c.octets) > 0)
                UNION SELECT a.content_id FROM ticket_attachment a JOIN ticket_entry e ON e.id = a.entry_id JOIN ticket t ON t.id = e.ticket_id
                    WHERE t.number IN (SELECT value FROM erased_ticket) OR lower(e.author_address) IN (SELECT value FROM erased_address)
            """),
    ];
}
