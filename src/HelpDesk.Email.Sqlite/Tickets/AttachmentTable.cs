using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>The files of the entries; their octets are contents, which mails may share.</summary>
internal static class AttachmentTable
{
    public static void Add(Connection connection, long entryId, TicketAttachment attachment, long contentId)
    {
        using var insert = connection.Prepare(
            "INSERT INTO ticket_attachment (entry_id, content_id, file_name, content_type, cid, is_inline) VALUES (?, ?, ?, ?, ?, ?)");
        insert
            .Add(entryId)
            .Add(contentId)
            .Add(attachment.FileName)
            .Add(attachment.ContentType)
            .Add(attachment.ContentId)
            .Add(attachment.IsInline)
            .Run();
    }

    public static IReadOnlyList<TicketAttachment> Find(Connection connection, Database database, long entryId)
    {
        var found = new List<TicketAttachment>();
        using var select = connection.Prepare(
            """
            SELECT a.file_name, a.content_type, c.length, c.hash, a.cid, a.is_inline, c.id
            FROM ticket_attachment a JOIN content c ON c.id = a.content_id WHERE a.entry_id = ? ORDER BY a.id
            """);
        select.Add(entryId);
        while (select.Read())
        {
            var row = select.Row;
            var contentId = row.Number(6);
            found.Add(new TicketAttachment(row.Text(0), row.Text(1), row.Number(2), Convert.ToHexStringLower(row.Octets(3)))
            {
                ContentId = row.TextOrNull(4),
                IsInline = row.Flag(5),
                Open = () => Open(database, contentId),
            });
        }

        return found;
    }

    private static Stream Open(Database database, long contentId) =>
        StoredContent.Open(database, contentId)?.OpenRead() ?? throw new IOException("The octets of the attachment are no longer in the database.");
}
