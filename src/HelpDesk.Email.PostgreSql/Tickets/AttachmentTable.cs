using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>The files of the entries; their octets are contents, which mails may share.</summary>
internal static class AttachmentTable
{
    public static Sql Add(TicketAttachment attachment, byte[] hash) => Sql.Write(
        $"INSERT INTO ticket_attachment (entry_id, content_id, file_name, content_type, cid, is_inline) SELECT {EntryTable.AddedId}, id, $1, $2, $3, $4 FROM content WHERE hash = $5")
        .Add(attachment.FileName)
        .Add(attachment.ContentType)
        .Add(attachment.ContentId)
        .Add(attachment.IsInline)
        .Add(hash);

    /// <summary>The files of some entries.</summary>
    public static Sql Find(IEnumerable<long> entryIds) => Sql.Read(
        """
        SELECT a.entry_id, a.file_name, a.content_type, c.length, c.hash, a.cid, a.is_inline, c.id
        FROM ticket_attachment a JOIN content c ON c.id = a.content_id WHERE a.entry_id = ANY ($1) ORDER BY a.id
        """).Add(entryIds);

    public static (long EntryId, TicketAttachment File) Map(Database database, RowReader row)
    {
        var entryId = row.Number();
        var (name, type, length, hash) = (row.Text(), row.Text(), row.Number(), Convert.ToHexStringLower(row.Octets()));
        var (cid, isInline, contentId) = (row.TextOrNull(), row.Flag(), row.Number());
        return (entryId, new TicketAttachment(name, type, length, hash) { ContentId = cid, IsInline = isInline, Open = () => new LateStream(database, contentId) });
    }
}
