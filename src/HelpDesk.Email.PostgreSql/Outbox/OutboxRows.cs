using System.Globalization;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>Rows of the outbox as they are handed out.</summary>
internal static class OutboxRows
{
    private const string Fields =
        """
        id, message_id, recipients, journal_id, template, subject, ticket, account, reverse_path,
            state, attempts, lost_attempts, wants_reports, created_at, queued_at, not_before, last_attempt_at, last_error
        """;

    private const string Columns = $"SELECT {Fields} FROM outbox";

    // What the statement before it, in the same transaction, has claimed.
    internal const string Claimed = $"SELECT fence, {Fields} FROM outbox WHERE id = ANY (current_setting('helpdesk.claimed', true)::bigint[]) ORDER BY id";

    /// <summary>A row, which nobody else changes until the transaction that begins here ends.</summary>
    public static Sql Lock(long id) => Sql.Read($"{Columns} WHERE id = $1 FOR NO KEY UPDATE").Add(id);

    /// <summary>Finds rows, the youngest first. The text depends on which conditions there are, not on their values.</summary>
    public static Sql Select(OutboxQuery query)
    {
        var sql = Sql.Read(Columns).Append(" WHERE true");
        _ = query.Id is { } id ? sql.Append(" AND id = ", s => s.Add(id)) : sql;
        _ = query.MessageIds.Count > 0 ? sql.Append(" AND message_key = ANY (", s => s.Add(query.MessageIds.Select(TextKey.Of)), ")") : sql;
        _ = query.ReversePaths.Count > 0
            ? sql.Append(" AND reverse_path_key = ANY (", s => s.Add(query.ReversePaths.Select(TextKey.OfAnyCase)), ")")
            : sql;
        _ = query.Ticket is { } ticket ? sql.Append(" AND ticket = ", s => s.Add(ticket)) : sql;
        _ = query.JournalId is { } journalId ? sql.Append(" AND journal_id = ", s => s.Add(journalId)) : sql;
        if (query.State is { } state)
        {
            // Written out, for only then the index of what is not sent will do.
            sql.Append(string.Create(CultureInfo.InvariantCulture, $" AND state = {(int)state}"));
        }

        _ = query.Before is { } before ? sql.Append(" AND id < ", s => s.Add(before)) : sql;
        return sql.Append(" ORDER BY id DESC LIMIT ", s => s.Add((long)Math.Max(0, query.Limit)));
    }

    /// <summary>A claimed row.</summary>
    public static OutboxClaim MapClaim(RowReader row, string node)
    {
        var fence = row.Number();
        var entry = Map(row);
        return new OutboxClaim(entry, node, fence, InDoubt: entry.State == OutboxState.Sending);
    }

    public static OutboxEntry Map(RowReader row) =>
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
