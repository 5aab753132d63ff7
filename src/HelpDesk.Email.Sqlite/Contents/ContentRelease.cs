using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Lets octets go that nobody has any more.</summary>
internal static class ContentRelease
{
    /// <summary>Removes the octets of a content unless a row of the journal, a mail of the outbox or a file of a ticket has them.</summary>
    public static void IfUnused(Connection connection, long id)
    {
        using var select = connection.Prepare(
            """
            SELECT stage FROM content WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM journal WHERE content_id = ?1 AND kept = 1)
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE content_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM ticket_attachment WHERE content_id = ?1)
            """);
        if (!select.Add(id).Read())
        {
            return;
        }

        if (select.Row.NumberOrNull(0) is { } stage)
        {
            // Many octets are removed in pieces later, as those that a process left behind.
            StageTable.Abandon(connection, stage);
        }

        // The hash stays where a row of the journal has it, so that copies are still recognised.
        using var update = connection.Prepare("UPDATE content SET stage = NULL, octets = NULL WHERE id = ?1");
        update.Add(id).Run();
        using var delete = connection.Prepare("DELETE FROM content WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM journal WHERE content_id = ?1)");
        delete.Add(id).Run();
    }
}
