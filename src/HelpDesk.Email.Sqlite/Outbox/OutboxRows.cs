using System.Globalization;
using System.Text;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>Rows of the outbox as they are handed out.</summary>
internal static class OutboxRows
{
    private const string Columns =
        """
        SELECT id, message_id, recipients, journal_id, template, subject, ticket, account, reverse_path,
            state, attempts, lost_attempts, wants_reports, created_at, queued_at, not_before, last_attempt_at, last_error FROM outbox
        """;

    public static OutboxEntry? Find(Connection connection, long id)
    {
        using var select = connection.Prepare($"{Columns} WHERE id = ?");
        return select.Add(id).Read() ? Map(new RowReader(select.Row)) : null;
    }

    /// <summary>Finds rows, the youngest first. The text of the query depends on which conditions there are, not on their values.</summary>
    public static IReadOnlyList<OutboxEntry> Find(Connection connection, OutboxQuery query)
    {
        var sql = new StringBuilder(Columns).Append(" WHERE 1 = 1");
        sql.Append(query.Id is null ? string.Empty : " AND id = ?");
        if (query.MessageIds.Count > 0)
        {
            sql.Append(" AND message_id IN (SELECT value FROM json_each(?))");
        }

        if (query.ReversePaths.Count > 0)
        {
            sql.Append(" AND reverse_path <> '' AND reverse_path COLLATE NOCASE IN (SELECT value FROM json_each(?))");
        }

        sql.Append(query.Ticket is null ? string.Empty : " AND ticket = ?");
        sql.Append(query.JournalId is null ? string.Empty : " AND journal_id = ?");
        if (query.State is { } state)
        {
            // Written out, for only then SQLite sees that the index of what is not sent will do.
            sql.Append(CultureInfo.InvariantCulture, $" AND state = {(int)state}").Append(state == OutboxState.Sent ? string.Empty : " AND state <> 2");
        }

        sql.Append(query.Before is null ? string.Empty : " AND id < ?").Append(" ORDER BY id DESC LIMIT ?");

        using var select = connection.Prepare(sql.ToString());
        _ = query.Id is { } id ? select.Add(id) : select;
        _ = query.MessageIds.Count > 0 ? select.Add(JsonText.Of(query.MessageIds)) : select;
        _ = query.ReversePaths.Count > 0 ? select.Add(JsonText.Of(query.ReversePaths)) : select;
        _ = query.Ticket is { } ticket ? select.Add(ticket) : select;
        _ = query.JournalId is { } journalId ? select.Add(journalId) : select;
        _ = query.Before is { } before ? select.Add(before) : select;
        select.Add(Math.Max(0, query.Limit));

        var found = new List<OutboxEntry>();
        while (select.Read())
        {
            found.Add(Map(new RowReader(select.Row)));
        }

        return found;
    }

    private static OutboxEntry Map(RowReader row) =>
        new(row.Number(), row.Text(), JsonText.Recipients(row.Text()))
        {
            JournalId = row.Number(),
            Template = row.Text(),
            Subject = row.Text(),
            Ticket = row.TextOrNull(),
            Account = row.Text(),
            ReversePath = row.Text(),
            State = (OutboxState)row.Int(),
            Attempts = row.Int(),
            LostAttempts = row.Int(),
            WantsReports = row.Flag(),
            CreatedAt = row.Time(),
            QueuedAt = row.Time(),
            NotBefore = row.Time(),
            LastAttemptAt = row.TimeOrNull(),
            LastError = row.TextOrNull(),
        };
}
