using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>The rows that are not finished: how far each has come, who works on it and until when.</summary>
internal static class QueueTable
{
    // Sets rows back whose attempt ended with its process. Of several rows in hand nobody knows which one took it along:
    // only one that was claimed alone, for it did so before, keeps the count.
    private const string SetBack =
        $"""
        UPDATE journal_queue SET
            node = NULL,
            attempts = attempts - (crashes = 0 AND attempts > 0)::integer,
            crashes = crashes + 1,
            not_before = {Database.NowSql} + CASE crashes WHEN 0 THEN interval '1 second' ELSE interval '30 seconds' END,
            due = {Database.NowSql} + CASE crashes WHEN 0 THEN interval '1 second' ELSE interval '30 seconds' END
        """;

    // Whoever holds a row is passed over: two who claim never wait for each other.
    internal const string EndLeases =
        $"""
        {SetBack} WHERE id IN (
            SELECT id FROM journal_queue WHERE due > '-infinity' AND due <= {Database.NowSql} AND node IS NOT NULL ORDER BY due LIMIT 1000 FOR UPDATE SKIP LOCKED)
        """;

    // What waited long enough joins what is due, so that the oldest can be taken off one index in their order.
    internal const string Promote =
        $"""
        UPDATE journal_queue SET due = '-infinity' WHERE id IN (
            SELECT id FROM journal_queue WHERE due > '-infinity' AND due <= {Database.NowSql} AND node IS NULL ORDER BY due LIMIT 1000 FOR UPDATE SKIP LOCKED)
        """;

    // The oldest first: one that once took its process along, alone; or some that did not.
    internal const string Take =
        $"""
        WITH ready AS MATERIALIZED (
            SELECT id, crashes FROM journal_queue WHERE due = '-infinity' ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED),
        oldest AS (SELECT id, crashes > 0 AS alone FROM ready ORDER BY id LIMIT 1),
        chosen AS (
            SELECT ready.id, oldest.alone FROM ready, oldest
            WHERE CASE WHEN oldest.alone THEN ready.id = oldest.id ELSE ready.crashes = 0 END),
        taken AS (
            UPDATE journal_queue q SET node = $2, due = {Database.NowSql} + $3, fence = fence + 1, attempts = attempts + 1, claim = $5
            FROM chosen WHERE q.id = chosen.id RETURNING q.id, chosen.alone)
        SELECT set_config('helpdesk.claimed', coalesce(array_agg(id), array[]::bigint[])::text, true), set_config('helpdesk.alone', coalesce(bool_or(alone), false)::text, true) FROM taken
        """;

    // Of a claim whose answer was lost: nobody began with it.
    internal const string GiveBack =
        "UPDATE journal_queue SET node = NULL, due = '-infinity', attempts = attempts - 1 WHERE due > '-infinity' AND node IS NOT NULL AND claim = ANY ($1)";

    /// <summary>Claims the oldest rows that are ready, and reads them once they are ours: before, somebody else may still have been writing.</summary>
    public static IReadOnlyList<Sql> Claim(Database database, string node, int max, TimeSpan lease, Guid stamp, IReadOnlyCollection<Guid> lost) =>
    [
        .. lost.Count == 0 ? (IEnumerable<Sql>)[] : [Sql.Write(GiveBack).Add(lost)],
        Sql.Write(EndLeases).Add(database.Now),
        Sql.Write(Promote).Add(database.Now),
        Sql.Guard(Take).Add(database.Now).Add(node).Add(lease).Add((long)Math.Max(0, max)).Add(stamp),
        Sql.Read(JournalRows.Claimed),
    ];

    /// <summary>Lengthens leases, in the order of the rows.</summary>
    public static Sql Renew(Database database, IReadOnlyList<JournalClaim> claims, TimeSpan lease) => Sql.Write(
        $"""
        UPDATE journal_queue SET due = {Database.NowSql} + $2 WHERE id IN (
            SELECT q.id FROM journal_queue q JOIN unnest($4, $5) AS held (id, fence) ON q.id = held.id AND q.fence = held.fence
            WHERE q.node = $3 ORDER BY q.id FOR UPDATE OF q)
        """)
        .Add(database.Now)
        .Add(lease)
        .Add(claims[0].Node)
        .Add(claims.Select(claim => claim.Entry.Id))
        .Add(claims.Select(claim => claim.Fence));

    /// <summary>Ends the claims of a process that is gone.</summary>
    public static Sql EndClaimsOf(Database database, string node) =>
        Sql.Write($"{SetBack} WHERE id IN (SELECT id FROM journal_queue WHERE node = $2 ORDER BY id FOR UPDATE)").Add(database.Now).Add(node);

    /// <summary>Changes a row if the claim still holds and the row is in one of the states; otherwise the transaction ends.</summary>
    /// <param name="claim">The claim; its values are $1 to $3, the states $4.</param>
    /// <param name="change">What follows SET, with values from $5.</param>
    /// <param name="states">The states from which it is allowed.</param>
    public static Sql Held(JournalClaim claim, string change, params JournalState[] states) => Sql.Guard(
        $"""
        WITH held AS (UPDATE journal_queue SET {change} WHERE id = $1 AND node = $2 AND fence = $3 AND state = ANY ($4) RETURNING id)
        SELECT helpdesk_require(EXISTS (SELECT 1 FROM held), '{Refusal.ClaimLost}')
        """)
        .Add(claim.Entry.Id)
        .Add(claim.Node)
        .Add(claim.Fence)
        .Add(states.Select(state => (int)state));
}
