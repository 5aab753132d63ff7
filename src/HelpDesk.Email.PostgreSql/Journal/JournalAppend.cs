using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>Writes new rows into the journal: one round trip to see which are known, one to write the others; a single one is tried at once.</summary>
internal static class JournalAppend
{
    // The ids are given in the order of the rows, whatever the order in which they are written.
    private const string Look =
        """
        SELECT coalesce(j.id, nextval('journal_id_seq')), j.id IS NOT NULL
        FROM unnest($1, $2) WITH ORDINALITY AS asked (mailbox, receipt, place)
            LEFT JOIN journal j ON j.mailbox = asked.mailbox AND j.receipt = asked.receipt
        ORDER BY asked.place
        """;

    // Each row sees those before it, so that equal octets in one call are noticed too. OFFSET 0 keeps the search by content: for the
    // oldest of the rows a planner without statistics goes through all of them by their ids.
    private const string Insert =
        $"""
        WITH first AS (
            SELECT same.id FROM (
                SELECT j.id, j.mailbox, j.received_at FROM journal j WHERE $22 AND j.content_id = (SELECT c.id FROM content c WHERE c.hash = $9) OFFSET 0) same
            WHERE same.mailbox = $3 AND same.received_at >= $23 ORDER BY same.id LIMIT 1),
        added AS (
            INSERT INTO journal (id, mailbox, receipt, origin, operation_id, received_at, reverse_path, content_id, needs_acknowledgement,
                message_id, message_key, in_reply_to, reference_ids, from_address, from_name, subject, date, date_offset, body_digest, envelope_recipients,
                outcome, duplicate_of, finished_at, attempts, conflicts, not_before, fence)
            SELECT coalesce($2, nextval('journal_id_seq')), $3, $4, $5, $6, $7, $8, c.id, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                CASE WHEN first.id IS NULL THEN $24 ELSE $25 END, first.id, CASE WHEN first.id IS NOT NULL THEN {Database.NowSql} END,
                0, 0, {Database.NowSql}, 0
            FROM content c LEFT JOIN first ON true WHERE c.hash = $9
            ON CONFLICT (mailbox, receipt) DO NOTHING
            RETURNING id, duplicate_of, not_before),
        queued AS (
            INSERT INTO journal_queue (id, state, due, not_before, fence, attempts, conflicts, crashes)
            SELECT id, 0, '-infinity', not_before, 0, 0, 0, 0 FROM added WHERE duplicate_of IS NULL)
        SELECT id, duplicate_of IS NOT NULL FROM added
        """;

    /// <summary>Which rows are known, and the ids of all of them.</summary>
    public static ValueTask<List<(long Id, bool IsKnown)>> LookAsync(Session session, IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken) =>
        session.QueryAsync([LookFor(entries)], row => (row.Number(), row.Flag()), cancellationToken);

    internal static Sql LookFor(IReadOnlyList<NewJournalEntry> entries) =>
        Sql.Read(Look).Add(entries.Select(entry => entry.Mailbox)).Add(entries.Select(entry => entry.Receipt));

    /// <summary>Writes rows that were not known a moment ago. One without an id gets the next, unless it is known after all.</summary>
    /// <returns>The ids of those that were written, and whether each is a copy.</returns>
    public static async ValueTask<Dictionary<long, bool>> WriteAsync(
        Session session,
        Database database,
        IReadOnlyList<(long? Id, NewJournalEntry Entry, PreparedContent Content)> rows,
        IReadOnlyList<Sql> ring,
        CancellationToken cancellationToken)
    {
        // Equal mails in one order, so that two that write the same mails do not wait for each other in a circle.
        var inOrder = rows
            .OrderBy(row => row.Entry.Mailbox, StringComparer.Ordinal)
            .ThenBy(row => Convert.ToHexString(row.Content.Hash), StringComparer.Ordinal)
            .ThenBy(row => row.Id);
        List<Sql> statements = [.. ContentTable.Store(rows.Select(row => row.Content)), .. inOrder.Select(row => Row(database, row.Id, row.Entry, row.Content.Hash)), .. ring];
        var written = await session.QueryAsync(statements, row => (Id: row.Number(), IsCopy: row.Flag()), cancellationToken).ConfigureAwait(false);
        return written.ToDictionary(row => row.Id, row => row.IsCopy);
    }

    internal static Sql Row(Database database, long? id, NewJournalEntry entry, byte[] hash)
    {
        var facts = entry.Facts;
        return Sql.Read(Insert)
            .Add(database.Now)
            .Add(id)
            .Add(entry.Mailbox)
            .Add(entry.Receipt)
            .Add((int)entry.Origin)
            .Add(entry.OperationId)
            .Add(entry.ReceivedAt)
            .Add(entry.ReversePath)
            .Add(hash)
            .Add(entry.NeedsAcknowledgement)
            .Add(facts.MessageId)
            .Add(TextKey.Of(facts.MessageId))
            .Add(JsonText.Of(facts.InReplyTo))
            .Add(JsonText.Of(facts.References))
            .Add(facts.From?.Address)
            .Add(facts.From?.Name)
            .Add(facts.Subject)
            .Add(facts.Date)
            .Add((long?)facts.Date?.Offset.TotalMinutes)
            .Add(facts.BodyDigest)
            .Add(JsonText.Of(entry.EnvelopeRecipients))
            .Add(entry.DuplicateWindow > TimeSpan.Zero)
            .Add(entry.ReceivedAt - entry.DuplicateWindow)
            .Add((int)JournalOutcome.None)
            .Add((int)JournalOutcome.Duplicate);
    }
}
