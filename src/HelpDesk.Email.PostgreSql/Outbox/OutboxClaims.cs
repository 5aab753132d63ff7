using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Outbox;

/// <summary>Who delivers which mail, and until when.</summary>
internal static class OutboxClaims
{
    // What waited long enough joins what is due, so that the oldest can be taken off one index in their order. A lease that
    // ended leaves its node behind: until somebody else takes the mail, its work still counts.
    internal const string Promote =
        $"""
        UPDATE outbox SET due = '-infinity' WHERE id IN (
            SELECT id FROM outbox WHERE due > '-infinity' AND due <= {Database.NowSql} ORDER BY due LIMIT 1000 FOR UPDATE SKIP LOCKED)
        """;

    // From one account to the next by the index: there are few of them, and there may be many mails. Whoever holds a mail is passed over.
    internal const string Take =
        $"""
        WITH RECURSIVE account (name) AS (
            (SELECT account FROM outbox WHERE due IS NOT NULL ORDER BY account LIMIT 1)
            UNION ALL
            SELECT (SELECT o.account FROM outbox o WHERE o.due IS NOT NULL AND o.account > account.name ORDER BY o.account LIMIT 1)
            FROM account WHERE account.name IS NOT NULL),
        due AS MATERIALIZED (
            SELECT mails.id FROM account CROSS JOIN LATERAL (
                SELECT mail.id FROM outbox mail WHERE mail.account = account.name AND mail.due = '-infinity' AND NOT EXISTS (
                    SELECT 1 FROM outbox older WHERE older.ticket = mail.ticket AND older.due IS NOT NULL AND older.id < mail.id
                        AND older.queued_at > $5 AND (older.attempts > 0 OR older.not_before <= {Database.NowSql})
                        AND (older.lane = mail.lane OR older.lane IS NULL OR mail.lane IS NULL))
                ORDER BY mail.id LIMIT $4 FOR UPDATE OF mail SKIP LOCKED) mails
            WHERE account.name IS NOT NULL AND NOT (lower(account.name) = ANY ($6))),
        chosen AS (SELECT id FROM due ORDER BY id LIMIT $4),
        taken AS (
            UPDATE outbox o SET node = $2, due = {Database.NowSql} + $3, fence = fence + 1, counted = false, alone = (state = $7),
                lost_attempts = lost_attempts + (state = $7 AND alone AND counted)::integer, claim = $8
            FROM chosen WHERE o.id = chosen.id RETURNING o.id)
        SELECT set_config('helpdesk.claimed', coalesce(array_agg(id), array[]::bigint[])::text, true) FROM taken
        """;

    // Of a claim whose answer was lost: nobody began with it. What was in doubt before waits for the end of its lease.
    internal const string GiveBack = "UPDATE outbox SET node = NULL, due = '-infinity' WHERE due > '-infinity' AND node IS NOT NULL AND state = $2 AND claim = ANY ($1)";

    /// <summary>Claims what is due, and reads it once it is ours.</summary>
    public static IReadOnlyList<Sql> Claim(Database database, OutboxClaimRequest request, Guid stamp, IReadOnlyCollection<Guid> lost) =>
    [
        .. lost.Count == 0 ? (IEnumerable<Sql>)[] : [Sql.Write(GiveBack).Add(lost).Add((int)OutboxState.Ready)],
        Sql.Write(Promote).Add(database.Now),
        Sql.Guard(request.KeepOrderFor > TimeSpan.Zero ? Take.Replace("$5", $"{Database.NowSql} - $5", StringComparison.Ordinal) : Take.Replace("$5", "'infinity'::timestamptz + $5", StringComparison.Ordinal))
            .Add(database.Now)
            .Add(request.Node)
            .Add(request.Lease)
            .Add((long)Math.Max(0, request.Max))
            .Add(request.KeepOrderFor)
            .Add(request.ExceptAccounts.Select(account => account.ToLowerInvariant()))
            .Add((int)OutboxState.Sending)
            .Add(stamp),
        Sql.Read(OutboxRows.Claimed),
    ];

    /// <summary>Lengthens leases, in the order of the rows.</summary>
    public static Sql Renew(Database database, IReadOnlyList<OutboxClaim> claims, TimeSpan lease) => Sql.Write(
        $"""
        UPDATE outbox SET due = {Database.NowSql} + $2 WHERE id IN (
            SELECT o.id FROM outbox o JOIN unnest($4, $5) AS held (id, fence) ON o.id = held.id AND o.fence = held.fence
            WHERE o.node = $3 AND o.due IS NOT NULL ORDER BY o.id FOR UPDATE OF o)
        """)
        .Add(database.Now)
        .Add(lease)
        .Add(claims[0].Node)
        .Add(claims.Select(claim => claim.Entry.Id))
        .Add(claims.Select(claim => claim.Fence));

    /// <summary>Frees what a process that is gone had claimed. A mail that may have taken its process along is not sent again at once, and later each time.</summary>
    public static Sql FreeClaimsOf(Database database, string node) => Sql.Write(
        $"""
        UPDATE outbox SET node = NULL,
            due = CASE WHEN state = $3 AND alone AND counted
                THEN {Database.NowSql} + least(interval '5 minutes', interval '30 seconds' * power(2, least(lost_attempts, 10))) ELSE '-infinity' END
        WHERE id IN (SELECT id FROM outbox WHERE due IS NOT NULL AND node = $2 ORDER BY id FOR UPDATE)
        """).Add(database.Now).Add(node).Add((int)OutboxState.Sending);
}
