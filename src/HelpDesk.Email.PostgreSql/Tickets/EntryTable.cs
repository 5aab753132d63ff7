using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>The entries of the tickets.</summary>
internal static class EntryTable
{
    /// <summary>The entry that the transaction has added.</summary>
    public const string AddedId = "nullif(current_setting('helpdesk.entry', true), '')::bigint";

    /// <summary>Adds an entry to the ticket that is changed.</summary>
    public static Sql Add(NewTicketEntry entry) => Sql.Guard(
        $"""
        WITH added AS (
            INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html)
            VALUES ({TicketTable.ChangedId}, $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)
        SELECT set_config('helpdesk.entry', id::text, true) FROM added
        """)
        .Add((int)entry.Kind)
        .Add((int)entry.Visibility)
        .Add(entry.Author.Address)
        .Add(entry.Author.Name)
        .Add(entry.At)
        .Add(entry.MessageId)
        .Add(entry.JournalId)
        .Add(entry.Text)
        .Add(entry.Html);

    /// <summary>The entries of a ticket after an id, the oldest first.</summary>
    public static Sql List(string ticketNumber, long after, int limit) => Sql.Read(
        """
        SELECT e.id, e.kind, e.visibility, e.author_address, e.author_name, e.at, e.message_id, e.journal_id, e.text, e.html
        FROM ticket_entry e WHERE e.ticket_id = (SELECT id FROM ticket WHERE number_key = $1) AND e.id > $2 ORDER BY e.id LIMIT $3
        """).Add(TicketTable.KeyOf(ticketNumber)).Add(after).Add((long)limit);

    /// <summary>The newest entries of a ticket, the newest first.</summary>
    public static Sql Newest(string ticketNumber, int limit) => Sql.Read(
        """
        SELECT e.id, e.kind, e.visibility, e.author_address, e.author_name, e.at, e.message_id, e.journal_id, e.text, e.html
        FROM ticket_entry e WHERE e.ticket_id = (SELECT id FROM ticket WHERE number_key = $1) ORDER BY e.id DESC LIMIT $2
        """).Add(TicketTable.KeyOf(ticketNumber)).Add((long)limit);

    /// <summary>Some entries, without their files.</summary>
    public static Sql Find(IEnumerable<long> ids) => Sql.Read(
        "SELECT id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html FROM ticket_entry WHERE id = ANY ($1)").Add(ids);

    public static (long Id, TicketEntry Entry) Map(RowReader row)
    {
        var (id, kind, visibility) = (row.Number(), row.Int(), row.Int());
        var author = EmailAddress.Create(row.Text(), row.TextOrNull());
        var (at, messageId, journalId) = (row.Time(), row.TextOrNull(), row.Number());
        return (id, new TicketEntry(id.ToString(CultureInfo.InvariantCulture), author, row.Text(), at)
        {
            Kind = (EntryKind)kind,
            Visibility = (EntryVisibility)visibility,
            MessageId = messageId,
            JournalId = journalId,
            Html = row.TextOrNull(),
        });
    }
}
