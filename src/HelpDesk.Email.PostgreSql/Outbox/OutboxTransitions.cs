using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>The transitions of a claimed row. Each is one statement, which changes one row if the claim still holds and none otherwise.</summary>
internal static class OutboxTransitions
{
    private const string Held = "id = $1 AND node = $2 AND fence = $3";

    // What was reported meanwhile is merged by a slower way: a report may be faster than the word of the one who sent the mail.
    private const string Delivered =
        $"""
        WITH done AS (
            UPDATE outbox SET state = $5, recipients = $6, not_before = coalesce($7, not_before), due = $7,
                last_attempt_at = coalesce($8, statement_timestamp()), last_error = $9, node = NULL, lost_attempts = 0
            WHERE {Held} AND state = $4 AND ($10 OR position('"report"' IN recipients) = 0) RETURNING ticket),
        indexed AS (
            INSERT INTO message_index (key, message_id, ticket) SELECT $11, $12, ticket FROM done WHERE $11 IS NOT NULL AND ticket IS NOT NULL
            ON CONFLICT (key) DO NOTHING)
        SELECT count(*) FROM done
        """;

    public static async ValueTask<bool> CommitAsync(Database database, Session session, OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken)
    {
        return commit switch
        {
            // Found in Sending: in doubt, and tried once more.
            SendingCommit => await ChangeAsync(
                session,
                Of(claim, "state = $4, attempts = attempts + 1, counted = true", "state IN ($4, $5) AND NOT counted").Add((int)OutboxState.Sending).Add((int)OutboxState.Ready),
                cancellationToken).ConfigureAwait(false),
            DeliveryCommit delivery => await DeliverAsync(database, session, claim, delivery, cancellationToken).ConfigureAwait(false),
            SetAsideCommit { State: OutboxState.Failed or OutboxState.Suppressed or OutboxState.Doubtful } aside => await ChangeAsync(
                session,
                Of(claim, "state = $6, recipients = $7, due = NULL, last_error = $8, node = NULL", "state IN ($4, $5)")
                    .Add((int)OutboxState.Sending).Add((int)OutboxState.Ready).Add((int)aside.State).Add(JsonText.Of(aside.Recipients)).Add(aside.Reason),
                cancellationToken).ConfigureAwait(false),
            HoldCommit hold => await ChangeAsync(
                session,
                Of(claim, "state = $5, attempts = attempts - counted::integer, lost_attempts = 0, not_before = $6, due = $6, last_error = $7, node = NULL", "state IN ($4, $5)")
                    .Add((int)OutboxState.Sending).Add((int)OutboxState.Ready).Add(hold.NotBefore).Add(hold.Reason),
                cancellationToken).ConfigureAwait(false),
            _ => false,
        };
    }

    private static Sql Of(OutboxClaim claim, string change, string condition) =>
        Claimed(Sql.Write($"UPDATE outbox SET {change} WHERE {Held} AND {condition}"), claim);

    private static Sql Claimed(Sql sql, OutboxClaim claim) => sql.Add(claim.Entry.Id).Add(claim.Node).Add(claim.Fence);

    private static async ValueTask<bool> ChangeAsync(Session session, Sql update, CancellationToken cancellationToken) =>
        await session.ExecuteAsync([update], cancellationToken).ConfigureAwait(false) == 1;

    private static async ValueTask<bool> DeliverAsync(Database database, Session session, OutboxClaim claim, DeliveryCommit delivery, CancellationToken cancellationToken)
    {
        if (await session.FirstAsync(Deliver(database, claim, delivery, delivery.Recipients, isMerged: false), row => row.Number(), cancellationToken).ConfigureAwait(false) == 1)
        {
            return true;
        }

        // Either the claim is lost, or there are reports to be kept.
        var locked = await session.QueryAsync([Sql.Write("BEGIN"), OutboxRows.Lock(claim.Entry.Id)], OutboxRows.Map, cancellationToken).ConfigureAwait(false);
        var recipients = locked.Count == 0 ? delivery.Recipients : RecipientReports.Keep(locked[0].Recipients, delivery.Recipients);
        var done = await session.QueryAsync(
            [Deliver(database, claim, delivery, recipients, isMerged: true), Sql.Write("COMMIT")], row => row.Number(), cancellationToken).ConfigureAwait(false);
        return done[0] == 1;
    }

    private static Sql Deliver(Database database, OutboxClaim claim, DeliveryCommit delivery, IReadOnlyList<OutboxRecipient> recipients, bool isMerged)
    {
        var isPending = recipients.Any(recipient => recipient.State == OutboxRecipientState.Pending);
        var state = isPending ? OutboxState.Ready
            : recipients.Any(recipient => recipient.State == OutboxRecipientState.Accepted) ? OutboxState.Sent
            : recipients.All(recipient => recipient.State == OutboxRecipientState.Suppressed) ? OutboxState.Suppressed
            : OutboxState.Failed;
        return Claimed(Sql.Read(Delivered), claim)
            .Add((int)OutboxState.Sending)
            .Add((int)state)
            .Add(JsonText.Of(recipients))
            .Add(isPending ? delivery.NotBefore : (DateTimeOffset?)null)
            .Add(database.Now)
            .Add(delivery.Error)
            .Add(isMerged)
            .Add(delivery.ProviderMessageId is { } given ? TextKey.Of(given) : (Guid?)null)
            .Add(delivery.ProviderMessageId);
    }
}
