using System.Globalization;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Retention;

/// <summary>Mail of the outbox that failed or was sent long enough ago.</summary>
internal static class OutboxPurge
{
    // The states are written out, for only then the indexes of what is not sent and of what still has octets will do.
    internal static readonly string Failed = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT id FROM outbox
        WHERE state IN ({(int)OutboxState.Failed}, {(int)OutboxState.Suppressed}, {(int)OutboxState.Discarded}) AND coalesce(last_attempt_at, created_at) < $1
        ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
        """);

    internal const string Sent =
        "SELECT id FROM outbox WHERE state = 2 AND content_id IS NOT NULL AND last_attempt_at < $1 ORDER BY last_attempt_at, id LIMIT $2 FOR UPDATE SKIP LOCKED";

    /// <summary>Deletes some that failed, and octets that nobody else has.</summary>
    /// <returns>How many mails.</returns>
    public static ValueTask<int> DeleteFailedAsync(Session session, DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        LetGoAsync(session, $"WITH gone AS ({Failed}) DELETE FROM outbox o USING gone WHERE o.id = gone.id RETURNING coalesce(o.content_id, 0)", before, max, cancellationToken);

    /// <summary>Takes the octets from some that were sent, and lets those go that nobody else has.</summary>
    /// <returns>How many mails.</returns>
    public static ValueTask<int> PurgeSentAsync(Session session, DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        LetGoAsync(
            session,
            $"WITH old AS (SELECT o.id, o.content_id FROM outbox o JOIN ({Sent}) s ON s.id = o.id) UPDATE outbox o SET content_id = NULL FROM old WHERE o.id = old.id RETURNING old.content_id",
            before,
            max,
            cancellationToken);

    private static async ValueTask<int> LetGoAsync(Session session, string sql, DateTimeOffset before, int max, CancellationToken cancellationToken)
    {
        var contents = await session.QueryAsync(
            [Sql.Write("BEGIN"), Sql.Read(sql).Add(before).Add((long)max)], row => row.Number(), cancellationToken).ConfigureAwait(false);
        var locked = await session.QueryAsync([Sql.Read(ContentRelease.Lock).Add(contents)], row => row.Number(), cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync([.. ContentRelease.IfUnused(locked), Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false);
        return contents.Count;
    }
}
