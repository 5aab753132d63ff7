using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>The entries of the tickets.</summary>
internal static class EntryTable
{
    /// <summary>Adds an entry with its files.</summary>
    /// <returns>Its id.</returns>
    public static string Add(Connection connection, long ticketId, NewTicketEntry entry, IReadOnlyList<PreparedContent> contents)
    {
        using var insert = connection.Prepare(
            """
            INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
        insert
            .Add(ticketId)
            .Add((int)entry.Kind)
            .Add((int)entry.Visibility)
            .Add(entry.Author.Address)
            .Add(entry.Author.Name)
            .Add(entry.At)
            .Add(entry.MessageId)
            .Add(entry.JournalId)
            .Add(entry.Text)
            .Add(entry.Html)
            .Run();
        var id = connection.LastId;
        for (var i = 0; i < entry.Attachments.Count; i++)
        {
            AttachmentTable.Add(connection, id, entry.Attachments[i], ContentTable.Store(connection, contents[i]).Id);
        }

        return id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The entries of a ticket after an id, the oldest first.</summary>
    public static IReadOnlyList<(long Id, TicketEntry Entry)> List(Connection connection, Database database, long ticketId, long after, int limit)
    {
        var found = new List<(long, TicketEntry)>();
        using var select = connection.Prepare(
            """
            SELECT id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html
            FROM ticket_entry WHERE ticket_id = ? AND id > ? ORDER BY id LIMIT ?
            """);
        select.Add(ticketId).Add(after).Add(limit);
        while (select.Read())
        {
            var id = select.Row.Number(0);
            found.Add((id, Map(select.Row, AttachmentTable.Find(connection, database, id))));
        }

        return found;
    }

    /// <summary>The newest entries of a ticket, the oldest of them first.</summary>
    public static IReadOnlyList<TicketEntry> Newest(Connection connection, Database database, long ticketId, int limit)
    {
        var found = new List<TicketEntry>();
        using var select = connection.Prepare(
            """
            SELECT id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html
            FROM ticket_entry WHERE ticket_id = ? ORDER BY id DESC LIMIT ?
            """);
        select.Add(ticketId).Add(limit);
        while (select.Read())
        {
            found.Add(Map(select.Row, AttachmentTable.Find(connection, database, select.Row.Number(0))));
        }

        found.Reverse();
        return found;
    }

    /// <summary>One entry, without its files.</summary>
    public static TicketEntry Get(Connection connection, long entryId)
    {
        using var select = connection.Prepare(
            "SELECT id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html FROM ticket_entry WHERE id = ?");
        return select.Add(entryId).Read() ? Map(select.Row, []) : throw new InvalidOperationException($"There is no entry with id {entryId}.");
    }

    private static TicketEntry Map(Row row, IReadOnlyList<TicketAttachment> attachments)
    {
        var author = EmailAddress.Create(row.Text(3), row.TextOrNull(4));
        return new TicketEntry(row.Number(0).ToString(CultureInfo.InvariantCulture), author, row.Text(8), row.Time(5))
        {
            Kind = (EntryKind)row.Int(1),
            Visibility = (EntryVisibility)row.Int(2),
            MessageId = row.TextOrNull(6),
            JournalId = row.Number(7),
            Html = row.TextOrNull(9),
            Attachments = attachments,
        };
    }
}
