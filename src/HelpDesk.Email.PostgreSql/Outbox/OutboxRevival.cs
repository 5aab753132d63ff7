using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>What a person does with a mail: queues it again, or throws it away.</summary>
internal static class OutboxRevival
{
    public static async ValueTask<bool> RequeueAsync(Database database, Session session, long id, CancellationToken cancellationToken)
    {
        var locked = await session.QueryAsync([Sql.Write("BEGIN"), OutboxRows.Lock(id)], OutboxRows.Map, cancellationToken).ConfigureAwait(false);
        if (locked is not [var entry] || !MayGoAgain(entry))
        {
            await session.ExecuteAsync([Sql.Write("ROLLBACK")], cancellationToken).ConfigureAwait(false);
            return false;
        }

        var update = Sql.Write(
            $"""
            UPDATE outbox SET state = $2, recipients = $3, attempts = 0, lost_attempts = 0, alone = false, counted = false,
                queued_at = {Database.NowSql}, not_before = {Database.NowSql}, due = '-infinity', last_error = NULL, node = NULL
            WHERE id = $4 AND content_id IS NOT NULL
            """).Add(database.Now).Add((int)OutboxState.Ready).Add(JsonText.Of([.. entry.Recipients.Select(Again)])).Add(id);
        var ring = database.Bell.For(StoreNews.Outbox);
        var isQueued = await session.ExecuteAsync([update, .. ring.Statements, Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false) == 1;
        ring.Committed();
        return isQueued;
    }

    // due lies ahead of now while it waits, and while somebody holds it: only then it has a node.
    public static Sql Discard(Database database, long id, string reason) => Sql.Write(
        $"""
        UPDATE outbox SET state = $2, last_error = $3, due = NULL, node = NULL
        WHERE id = $4 AND state NOT IN ($2, $5, $6) AND (node IS NULL OR due IS NULL OR due <= {Database.NowSql})
        """)
        .Add(database.Now)
        .Add((int)OutboxState.Discarded)
        .Add(reason)
        .Add(id)
        .Add((int)OutboxState.Sending)
        .Add((int)OutboxState.Sent);

    private static bool MayGoAgain(OutboxEntry entry) =>
        entry.State is OutboxState.Failed or OutboxState.Doubtful or OutboxState.Throttled or OutboxState.Suppressed
        || (entry.State == OutboxState.Sent && entry.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Failed));

    private static OutboxRecipient Again(OutboxRecipient recipient) =>
        recipient.State == OutboxRecipientState.Accepted
            ? recipient
            : recipient with { State = OutboxRecipientState.Pending, Report = null, HasBounced = false };
}
