using System.Globalization;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Erasure;

/// <summary>Takes a person out of journal, outbox and what belongs to them.</summary>
internal static class MailErasure
{
    private static readonly string[] AnswerKeys = ["answer-30m", "answer-1d", "answer-helpdesk"];

    /// <summary>Ends the rows of the journal that are not finished, and lets all that was written about theirs go; their reservations stay.</summary>
    public static IEnumerable<Sql> End(Database database) =>
    [
        Sql.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            UPDATE journal j SET outcome = {(int)JournalOutcome.Discarded}, finished_at = {Database.NowSql}, fence = q.fence, attempts = q.attempts, conflicts = q.conflicts, not_before = q.not_before
            FROM journal_queue q WHERE q.id = j.id AND j.id IN (SELECT id FROM erased_mail)
            """)).Add(database.Now),
        Sql.Write("DELETE FROM journal_queue WHERE id IN (SELECT id FROM erased_mail)"),
        Sql.Write("DELETE FROM journal_decision WHERE id IN (SELECT id FROM erased_mail)"),
        Sql.Write("DELETE FROM journal_result WHERE id IN (SELECT id FROM erased_mail)"),
        Sql.Write("DELETE FROM journal_trace WHERE id IN (SELECT id FROM erased_mail)"),
        Sql.Write("DELETE FROM message_index WHERE ticket IN (SELECT value FROM erased_ticket) OR key IN (SELECT message_key FROM journal WHERE id IN (SELECT id FROM erased_mail))"),
        Sql.Write("UPDATE journal SET kept = false WHERE kept AND content_id IN (SELECT content_id FROM erased_content)"),
    ];

    /// <summary>Empties the rows of the journal.</summary>
    public static Sql Journal => Sql.Write(
        """
        UPDATE journal SET reverse_path = NULL, envelope_recipients = '[]', message_id = '<' || id || '@erased.invalid>', message_key = gen_random_uuid(), in_reply_to = '[]',
            reference_ids = '[]', from_address = NULL, from_name = NULL, subject = '', body_digest = ''
        WHERE id IN (SELECT id FROM erased_mail)
            AND (subject <> '' OR from_address IS NOT NULL OR reverse_path IS NOT NULL OR body_digest <> '' OR envelope_recipients <> '[]')
        """);

    /// <summary>Empties the mails to them, about their tickets, and of the tickets in which they are quoted; those that wait are discarded.</summary>
    public static Sql Outbox => Sql.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        UPDATE outbox SET state = CASE WHEN due IS NULL THEN state ELSE {(int)OutboxState.Discarded} END, fence = CASE WHEN due IS NULL THEN fence ELSE fence + 1 END,
            due = NULL, node = NULL, recipients = '[]', lane = NULL, subject = '', reverse_path = '', reverse_path_key = NULL, last_error = NULL, content_id = NULL
        WHERE id IN (SELECT id FROM erased_outbox) AND (recipients <> '[]' OR subject <> '' OR content_id IS NOT NULL)
        """));

    /// <summary>Events that are not told, counts and suppressions.</summary>
    public static IEnumerable<Sql> Others(ErasedPerson person) =>
    [
        Sql.Write("DELETE FROM host_event e WHERE ticket IN (SELECT value FROM erased_ticket) OR EXISTS (SELECT 1 FROM erased_address a WHERE position(a.value IN lower(e.payload)) > 0)"),
        Sql.Write("DELETE FROM suppressed_address WHERE lower(address) IN (SELECT value FROM erased_address)"),

        // The keys are hashes here: those that the engine makes of an address are made again.
        Sql.Write("DELETE FROM throttle WHERE key = ANY ($1)").Add(person.Addresses.SelectMany(
            address => AnswerKeys.Select(kind => TextKey.Of($"{kind}:{address.Key}")))),
    ];

    /// <summary>The octets that are to go, and with them the hashes that would tell as much.</summary>
    public static Sql Contents => Sql.Read("SELECT c.id FROM content c WHERE c.id IN (SELECT content_id FROM erased_content) ORDER BY c.id FOR UPDATE");

    public static Sql Hashes => Sql.Write(
        """
        UPDATE content SET hash = decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
        WHERE octets IS NULL AND stage IS NULL AND id IN (SELECT content_id FROM erased_mail)
        """);
}
