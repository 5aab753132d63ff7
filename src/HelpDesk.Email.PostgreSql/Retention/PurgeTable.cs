using System.Globalization;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Retention;

/// <summary>Octets of the journal that were kept long enough.</summary>
internal static class PurgeTable
{
    // Asked row by row, in the order of the index, so that a call ends with what it looked for and reads no whole table.
    // A quarantined row may be replayed, and one whose source must still be told may have to be found there by its octets.
    private static readonly string NobodyNeeds = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        (SELECT true FROM journal n LEFT JOIN journal_queue q ON q.id = n.id
            WHERE n.content_id = c.id AND (q.id IS NOT NULL OR n.outcome = {(int)JournalOutcome.Quarantined} OR n.needs_acknowledgement) LIMIT 1) IS NULL
        """);

    // Each content stands at its youngest row; the rows that have it are few.
    internal static readonly string Candidates =
        $"""
        SELECT c.id, c.length, j.received_at FROM journal j JOIN content c ON c.id = j.content_id
        WHERE j.kept
            AND (SELECT true FROM journal y WHERE y.content_id = j.content_id AND y.kept
                    AND (y.received_at > j.received_at OR (y.received_at = j.received_at AND y.id > j.id)) LIMIT 1) IS NULL
            AND {NobodyNeeds}
        ORDER BY j.received_at, j.content_id LIMIT $1
        """;

    private const string Totals = "SELECT count(*), coalesce(sum(length), 0)::bigint FROM content WHERE id IN (SELECT content_id FROM journal WHERE kept)";

    /// <summary>The contents that must go to keep within the limits, the oldest first.</summary>
    public static async ValueTask<List<(long Id, long Length)>> FindAsync(Session session, ContentLimits limits, int max, CancellationToken cancellationToken)
    {
        var (count, octets) = limits.Count is null && limits.Octets is null
            ? (0L, 0L)
            : await session.FirstAsync(Sql.Read(Totals), row => (row.Number(), row.Number()), cancellationToken).ConfigureAwait(false);
        var candidates = await session.QueryAsync(
            [Sql.Read(Candidates).Add((long)Math.Max(0, max))],
            row => (Id: row.Number(), Length: row.Number(), ReceivedAt: row.Time()),
            cancellationToken).ConfigureAwait(false);
        var found = new List<(long, long)>();
        foreach (var content in candidates)
        {
            if (!(content.ReceivedAt < limits.ReceivedBefore || count > limits.Count || octets > limits.Octets))
            {
                break;
            }

            found.Add((content.Id, content.Length));
            count--;
            octets -= content.Length;
        }

        return found;
    }

    /// <summary>Purges contents, except those that somebody needs meanwhile.</summary>
    public static async ValueTask<PurgedContent> PurgeAsync(Session session, IReadOnlyList<(long Id, long Length)> contents, CancellationToken cancellationToken)
    {
        var locked = await ContentRelease.LockAsync(session, contents.Select(content => content.Id), cancellationToken).ConfigureAwait(false);
        var purge = Sql.Read($"UPDATE journal SET kept = false WHERE kept AND content_id IN (SELECT c.id FROM content c WHERE c.id = ANY ($1) AND {NobodyNeeds}) RETURNING content_id").Add(locked);
        var purged = await session.QueryAsync([purge, .. ContentRelease.IfUnused(locked), Sql.Write("COMMIT")], row => row.Number(), cancellationToken).ConfigureAwait(false);
        var gone = purged.ToHashSet();
        return new PurgedContent(gone.Count, contents.Where(content => gone.Contains(content.Id)).Sum(content => content.Length));
    }
}
