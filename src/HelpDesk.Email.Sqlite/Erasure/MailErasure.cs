using System.Globalization;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Erasure;

/// <summary>Takes a person out of journal, outbox and what belongs to them.</summary>
internal static class MailErasure
{
    /// <summary>Empties the rows of the journal; those that are not finished are discarded, and their reservations stay.</summary>
    /// <returns>How many rows.</returns>
    public static int Journal(Connection connection, DateTimeOffset now)
    {
        using (var end = connection.Prepare(
            $"""
            UPDATE journal SET outcome = {(int)JournalOutcome.Discarded}, finished_at = ?, fence = q.fence, attempts = q.attempts, conflicts = q.conflicts, not_before = q.not_before
            FROM journal_queue q WHERE q.id = journal.id AND journal.id IN (SELECT id FROM erased_mail)
            """))
        {
            end.Add(now).Run();
        }

        connection.Execute(
            """
            DELETE FROM journal_queue WHERE id IN (SELECT id FROM erased_mail);
            DELETE FROM journal_decision WHERE id IN (SELECT id FROM erased_mail);
            DELETE FROM journal_result WHERE id IN (SELECT id FROM erased_mail);
            DELETE FROM journal_trace WHERE id IN (SELECT id FROM erased_mail);
            DELETE FROM message_index WHERE ticket IN (SELECT value FROM erased_ticket) OR message_id IN (SELECT message_id FROM journal WHERE id IN (SELECT id FROM erased_mail));
            """);

        using var empty = connection.Prepare(
            """
            UPDATE journal SET reverse_path = NULL, envelope_recipients = '[]', message_id = '<' || id || '@erased.invalid>', in_reply_to = '[]', reference_ids = '[]',
                from_address = NULL, from_name = NULL, subject = '', body_digest = ''
            WHERE id IN (SELECT id FROM erased_mail)
                AND (subject <> '' OR from_address IS NOT NULL OR reverse_path IS NOT NULL OR body_digest <> '' OR envelope_recipients <> '[]')
            """);
        var count = empty.Run();
        Octets(connection);
        return count;
    }

    /// <summary>Empties the mails to them, about their tickets, and of the tickets in which they are quoted; those that wait are discarded.</summary>
    /// <returns>How many rows.</returns>
    public static int Outbox(Connection connection)
    {
        connection.Execute(
            """
            DROP TABLE IF EXISTS temp.erased_outbox;
            CREATE TEMP TABLE erased_outbox AS SELECT id, content_id FROM outbox
                WHERE ticket IN (SELECT value FROM touched_ticket) OR journal_id IN (SELECT id FROM erased_mail) OR lane IN (SELECT value FROM erased_address)
                    OR EXISTS (SELECT 1 FROM json_each(outbox.recipients) r WHERE lower(json_extract(r.value, '$.address')) IN (SELECT value FROM erased_address))
            """);
        connection.Execute(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            UPDATE outbox SET state = {(int)OutboxState.Discarded}, due = NULL, node = NULL, fence = fence + 1
            WHERE due IS NOT NULL AND id IN (SELECT id FROM erased_outbox)
            """));
        using var empty = connection.Prepare(
            """
            UPDATE outbox SET recipients = '[]', lane = NULL, subject = '', reverse_path = '', last_error = NULL, content_id = NULL
            WHERE id IN (SELECT id FROM erased_outbox) AND (recipients <> '[]' OR subject <> '' OR content_id IS NOT NULL)
            """);
        var count = empty.Run();
        Release(connection, "SELECT DISTINCT content_id FROM erased_outbox WHERE content_id IS NOT NULL");
        return count;
    }

    /// <summary>Events that are not told, counts and suppressions.</summary>
    /// <returns>How many rows.</returns>
    public static int Others(Connection connection)
    {
        var count = 0;
        foreach (var sql in new[]
        {
            "DELETE FROM host_event WHERE ticket IN (SELECT value FROM erased_ticket) OR EXISTS (SELECT 1 FROM erased_address a WHERE instr(lower(payload), a.value) > 0)",
            "DELETE FROM throttle WHERE EXISTS (SELECT 1 FROM erased_address a WHERE instr(lower(key), a.value) > 0)",
            "DELETE FROM suppressed_address WHERE lower(address) IN (SELECT value FROM erased_address)",
        })
        {
            using var delete = connection.Prepare(sql);
            count += delete.Run();
        }

        return count;
    }

    // The octets of these rows and of all mails of tickets in which the person may be quoted; a hash of them tells as much as they do.
    private static void Octets(Connection connection)
    {
        connection.Execute(
            """
            DROP TABLE IF EXISTS temp.erased_content;
            CREATE TEMP TABLE erased_content AS SELECT content_id FROM erased_mail
                UNION SELECT content_id FROM journal WHERE ticket IN (SELECT value FROM touched_ticket)
                UNION SELECT j.content_id FROM journal j JOIN content c ON c.id = j.content_id
                    WHERE c.octets IS NOT NULL AND EXISTS (SELECT 1 FROM erased_address a WHERE instr(c.octets, CAST(a.value AS BLOB)) > 0);
            UPDATE journal SET kept = 0 WHERE kept = 1 AND content_id IN (SELECT content_id FROM erased_content);
            """);
        Release(connection, "SELECT content_id FROM erased_content");
        connection.Execute("UPDATE content SET hash = randomblob(32) WHERE octets IS NULL AND stage IS NULL AND id IN (SELECT content_id FROM erased_mail)");
    }

    /// <summary>Lets octets go that nobody else has.</summary>
    public static void Release(Connection connection, string contents)
    {
        var ids = new List<long>();
        using (var select = connection.Prepare(contents))
        {
            while (select.Read())
            {
                ids.Add(select.Row.Number(0));
            }
        }

        foreach (var id in ids)
        {
            ContentRelease.IfUnused(connection, id);
        }

        // At once, and not when somebody sweeps.
        connection.Execute("DELETE FROM content_chunk WHERE stage IN (SELECT id FROM content_stage WHERE touched_at = 0); DELETE FROM content_stage WHERE touched_at = 0");
    }
}
