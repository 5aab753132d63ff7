using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>Rows of the journal as they are handed out.</summary>
internal static class JournalRows
{
    private const string Fields =
        """
        j.id, j.mailbox, j.receipt,
            j.message_id, j.in_reply_to, j.reference_ids, j.from_address, j.from_name, j.subject, j.date, j.date_offset, j.body_digest,
            j.origin, coalesce(q.state, 3), j.outcome, j.operation_id, j.received_at, j.reverse_path, j.envelope_recipients,
            c.length, c.hash, j.needs_acknowledgement, coalesce(q.attempts, j.attempts), coalesce(q.conflicts, j.conflicts),
            coalesce(q.not_before, j.not_before), q.waiting_since, d.text, r.text, t.text, j.ticket, j.duplicate_of, j.finished_at
        """;

    private const string Tables =
        """
        FROM journal j
            JOIN content c ON c.id = j.content_id
            LEFT JOIN journal_queue q ON q.id = j.id
            LEFT JOIN journal_decision d ON d.id = j.id
            LEFT JOIN journal_result r ON r.id = j.id
            LEFT JOIN journal_trace t ON t.id = j.id
        """;

    private const string Columns = $"SELECT {Fields} {Tables}";

    // What the statement before it, in the same transaction, has claimed.
    internal const string Claimed =
        $"SELECT q.fence, current_setting('helpdesk.alone', true)::boolean, {Fields} {Tables} WHERE j.id = ANY (current_setting('helpdesk.claimed', true)::bigint[]) ORDER BY j.id";

    /// <summary>The rows with some ids, the oldest first.</summary>
    public static ValueTask<List<JournalEntry>> FindAsync(Session session, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        session.QueryAsync([Sql.Read($"{Columns} WHERE j.id = ANY ($1) ORDER BY j.id").Add(ids)], Map, cancellationToken);

    /// <summary>Finds rows, the youngest first.</summary>
    public static ValueTask<List<JournalEntry>> FindAsync(Session session, JournalQuery query, CancellationToken cancellationToken) =>
        session.QueryAsync([Select(query)], Map, cancellationToken);

    /// <summary>The text depends on which conditions there are, not on their values.</summary>
    internal static Sql Select(JournalQuery query)
    {
        var sql = Sql.Read(Columns).Append(" WHERE true");
        _ = query.Id is { } id ? sql.Append(" AND j.id = ", s => s.Add(id)) : sql;
        _ = query.MessageIds.Count > 0 ? sql.Append(" AND j.message_key = ANY (", s => s.Add(query.MessageIds.Select(TextKey.Of)), ")") : sql;
        _ = query.Ticket is { } ticket ? sql.Append(" AND j.ticket = ", s => s.Add(ticket)) : sql;
        _ = query.UnacknowledgedIn is { } mailbox ? sql.Append(" AND j.needs_acknowledgement AND j.mailbox = ", s => s.Add(mailbox)) : sql;
        _ = query.Mailbox is { } own ? sql.Append(" AND j.mailbox = ", s => s.Add(own)) : sql;
        _ = query.Finished switch
        {
            null => sql,
            true => sql.Append(" AND q.id IS NULL"),
            false => sql.Append(" AND j.id IN (SELECT id FROM journal_queue)"),
        };
        if (query.Outcome is { } outcome)
        {
            // Written out, for only then the index of the rare outcomes will do.
            sql.Append(string.Create(CultureInfo.InvariantCulture, $" AND j.outcome = {(int)outcome}"));
        }

        _ = query.Before is { } before ? sql.Append(" AND j.id < ", s => s.Add(before)) : sql;
        return sql.Append(" ORDER BY j.id DESC LIMIT ", s => s.Add((long)Math.Max(0, query.Limit)));
    }

    /// <summary>A claimed row.</summary>
    public static JournalClaim MapClaim(RowReader row, string node)
    {
        var (fence, alone) = (row.Number(), row.Flag());
        return new JournalClaim(Map(row), node, fence, alone);
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
        Date = Date(row.TimeOrNull(), row.IntOrNull()),
        BodyDigest = row.Text(),
    };

    private static EmailAddress? Address(string? address, string? name) => address is null ? null : EmailAddress.Create(address, name);

    private static DateTimeOffset? Date(DateTimeOffset? time, int? offset) => time?.ToOffset(TimeSpan.FromMinutes(offset ?? 0));
}
