using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>Writes new mail into the outbox.</summary>
internal static class OutboxTable
{
    private const string Insert =
        $"""
        WITH limits AS MATERIALIZED (
            SELECT CASE WHEN $17 IS NULL THEN true ELSE helpdesk_count($17, $18, $19, {Database.NowSql}) END AS holds),
        written AS (SELECT CASE WHEN $20 THEN $21 WHEN holds THEN $22 ELSE $23 END AS state FROM limits)
        INSERT INTO outbox (journal_id, message_id, message_key, recipients, lane, content_id, template, subject, ticket, account,
            reverse_path, reverse_path_key, wants_reports, state, created_at, queued_at, not_before, last_error, due)
        SELECT $2, $3, $4, $5, $6, (SELECT id FROM content WHERE hash = $7), $8, $9, $10, $11, $12, $13, $14, state,
            {Database.NowSql}, {Database.NowSql}, $15, $16, CASE WHEN state = $22 THEN $15 END
        FROM written
        """;

    /// <summary>Writes a mail: to be sent, or as one that could not be made, or as one too many. The caller holds the locks of what it counts against.</summary>
    public static Sql Add(Database database, long journalId, NewOutboxEntry entry, PreparedContent? content)
    {
        IReadOnlyList<OutboxRecipient> recipients = [.. entry.Recipients.Select(address => new OutboxRecipient(address))];
        var hasFailed = entry.Failure is not null || content is null;
        var insert = Sql.Write(Insert)
            .Add(database.Now)
            .Add(journalId)
            .Add(entry.MessageId)
            .Add(TextKey.Of(entry.MessageId))
            .Add(JsonText.Of(recipients))
            .Add(entry.Recipients.Count == 1 ? TextKey.OfAnyCase(entry.Recipients[0]) : (Guid?)null)
            .Add(content?.Hash ?? [])
            .Add(entry.Template)
            .Add(entry.Subject)
            .Add(entry.Ticket)
            .Add(entry.Account)
            .Add(entry.ReversePath)
            .Add(entry.ReversePath.Length > 0 ? TextKey.OfAnyCase(entry.ReversePath) : (Guid?)null)
            .Add(entry.WantsReports)
            .Add(entry.NotBefore)
            .Add(entry.Failure);
        return Throttle(insert, hasFailed ? [] : entry.Throttle)
            .Add(hasFailed)
            .Add((int)OutboxState.Failed)
            .Add((int)OutboxState.Ready)
            .Add((int)OutboxState.Throttled);
    }

    private static Sql Throttle(Sql insert, IReadOnlyList<ThrottleLimit> limits) => limits.Count == 0
        ? insert.AddNoKeys().Add(Array.Empty<int>()).Add(Array.Empty<TimeSpan>())
        : insert.Add(limits.Select(limit => TextKey.Of(limit.Key))).Add(limits.Select(limit => limit.Limit)).Add(limits.Select(limit => limit.Window));
}
