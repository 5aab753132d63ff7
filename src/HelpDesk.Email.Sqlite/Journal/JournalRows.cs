using System.Globalization;
using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>Rows of the journal as they are handed out.</summary>
internal static class JournalRows
{
    private const string Columns =
        """
        SELECT j.id, j.mailbox, j.receipt,
            j.message_id, j.in_reply_to, j.reference_ids, j.from_address, j.from_name, j.subject, j.date, j.date_offset, j.body_digest,
            j.origin, coalesce(q.state, 3), j.outcome, j.operation_id, j.received_at, j.reverse_path, j.envelope_recipients,
            c.length, c.hash, j.needs_acknowledgement, coalesce(q.attempts, j.attempts), coalesce(q.conflicts, j.conflicts),
            coalesce(q.not_before, j.not_before), q.waiting_since, d.text, r.text, t.text, j.ticket, j.duplicate_of, j.finished_at
        FROM journal j
            JOIN content c ON c.id = j.content_id
            LEFT JOIN journal_queue q ON q.id = j.id
            LEFT JOIN journal_decision d ON d.id = j.id
            LEFT JOIN journal_result r ON r.id = j.id
            LEFT JOIN journal_trace t ON t.id = j.id
        """;

    public static JournalEntry? Find(Connection connection, long id)
    {
        using var select = connection.Prepare($"{Columns} WHERE j.id = ?");
        return select.Add(id).Read() ? Map(new RowReader(select.Row)) : null;
    }

    /// <summary>Finds rows, the youngest first. The text of the query depends on which conditions there are, not on their values.</summary>
    public static IReadOnlyList<JournalEntry> Find(Connection connection, JournalQuery query)
    {
        using var select = connection.Prepare(Sql(query));
        _ = query.Id is { } id ? select.Add(id) : select;
        _ = query.MessageIds.Count > 0 ? select.Add(JsonText.Of(query.MessageIds)) : select;
        _ = query.Ticket is { } ticket ? select.Add(ticket) : select;
        _ = query.UnacknowledgedIn is { } mailbox ? select.Add(mailbox) : select;
        _ = query.Mailbox is { } own ? select.Add(own) : select;
        _ = query.Before is { } before ? select.Add(before) : select;
        select.Add(Math.Max(0, query.Limit));

        var found = new List<JournalEntry>();
        while (select.Read())
        {
            found.Add(Map(new RowReader(select.Row)));
        }

        return found;
    }

    private static string Sql(JournalQuery query)
    {
        var sql = new StringBuilder(Columns).Append(" WHERE 1 = 1");
        sql.Append(query.Id is null ? string.Empty : " AND j.id = ?");
        sql.Append(query.MessageIds.Count == 0 ? string.Empty : " AND j.message_id IN (SELECT value FROM json_each(?))");
        sql.Append(query.Ticket is null ? string.Empty : " AND j.ticket = ?");
        sql.Append(query.UnacknowledgedIn is null ? string.Empty : " AND j.needs_acknowledgement = 1 AND j.mailbox = ?");

        // Not by the index of receipts: that would sort all rows of the mailbox to give its youngest.
        sql.Append(query.Mailbox is null ? string.Empty : " AND +j.mailbox = ?");
        sql.Append(query.Finished switch
        {
            null => string.Empty,
            true => " AND q.id IS NULL",

            // Of few rows each is looked up in the queue; otherwise the queue is gone through, and it may be long while mail floods in.
            false when query.Id is not null || query.MessageIds.Count > 0 => " AND +j.id IN (SELECT id FROM journal_queue)",
            false => " AND j.id IN (SELECT id FROM journal_queue)",
        });

        if (query.Outcome is { } outcome)
        {
            // Written out, for only then SQLite sees that the index of the rare outcomes will do.
            sql.Append(CultureInfo.InvariantCulture, $" AND j.outcome = {(int)outcome}");
            sql.Append(outcome > JournalOutcome.Appended ? " AND j.outcome > 2" : string.Empty);
        }

        return sql.Append(query.Before is null ? string.Empty : " AND j.id < ?").Append(" ORDER BY j.id DESC LIMIT ?").ToString();
    }

    private static JournalEntry Map(RowReader row) =>
        new(row.Number(), row.Text(), row.Text(), Facts(ref row))
        {
            Origin = (JournalOrigin)row.Int(),
            State = (JournalState)row.Int(),
            Outcome = (JournalOutcome)row.Int(),
            OperationId = row.Guid(),
            ReceivedAt = row.Time(),
            ReversePath = row.TextOrNull(),
            EnvelopeRecipients = JsonText.Strings(row.Text()),
            Size = row.Number(),
            ContentHash = Convert.ToHexStringLower(row.Octets()),
            NeedsAcknowledgement = row.Flag(),
            Attempts = row.Int(),
            Conflicts = row.Int(),
            NotBefore = row.Time(),
            WaitingSince = row.TimeOrNull(),
            Decision = row.TextOrNull(),
            Result = row.TextOrNull(),
            Trace = row.TextOrNull(),
            Ticket = row.TextOrNull(),
            DuplicateOf = row.NumberOrNull(),
            FinishedAt = row.TimeOrNull(),
        };

    private static MailFacts Facts(ref RowReader row) => new(row.Text())
    {
        InReplyTo = JsonText.Strings(row.Text()),
        References = JsonText.Strings(row.Text()),
        From = Address(row.TextOrNull(), row.TextOrNull()),
        Subject = row.Text(),
        Date = Date(row.TimeOrNull(), row.NumberOrNull()),
        BodyDigest = row.Text(),
    };

    private static EmailAddress? Address(string? address, string? name) => address is null ? null : EmailAddress.Create(address, name);

    private static DateTimeOffset? Date(DateTimeOffset? time, long? offset) => time?.ToOffset(TimeSpan.FromMinutes(offset ?? 0));
}
