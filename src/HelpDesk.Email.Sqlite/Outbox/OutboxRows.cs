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
            state, attempts, created_at, not_before, last_attempt_at, last_error FROM outbox
        """;

    public static OutboxEntry? Find(Connection connection, long id)
    {
        using var select = connection.Prepare($"{Columns} WHERE id = ?");
        return select.Add(id).Read() ? Map(select.Row) : null;
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
        _ = query.Ticket is { } ticket ? select.Add(ticket) : select;
        _ = query.JournalId is { } journalId ? select.Add(journalId) : select;
        _ = query.Before is { } before ? select.Add(before) : select;
        select.Add(Math.Max(0, query.Limit));

        var found = new List<OutboxEntry>();
        while (select.Read())
        {
            found.Add(Map(select.Row));
        }

        return found;
    }

    private static OutboxEntry Map(Row row)
    {
        var c = 0;
        return new OutboxEntry(row.Number(c++), row.Text(c++), JsonText.Recipients(row.Text(c++)))
        {
            JournalId = row.Number(c++),
            Template = row.Text(c++),
            Subject = row.Text(c++),
            Ticket = row.TextOrNull(c++),
            Account = row.Text(c++),
            ReversePath = row.Text(c++),
            State = (OutboxState)row.Int(c++),
            Attempts = row.Int(c++),
            CreatedAt = row.Time(c++),
            NotBefore = row.Time(c++),
            LastAttemptAt = row.TimeOrNull(c++),
            LastError = row.TextOrNull(c),
        };
    }
}
