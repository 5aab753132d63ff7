using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Retention;

/// <summary>Octets of the journal that were kept long enough.</summary>
internal static class PurgeTable
{
    // A quarantined row may be replayed, and one whose source must still be told may have to be found there by its octets.
    private static readonly string NobodyNeeds = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"""
        NOT EXISTS (
            SELECT 1 FROM journal n LEFT JOIN journal_queue q ON q.id = n.id
            WHERE n.content_id = c.id AND (q.id IS NOT NULL OR n.outcome = {(int)JournalOutcome.Quarantined} OR n.needs_acknowledgement = 1))
        """);

    // Each content stands at its youngest row; the rows that have it are few.
    public static readonly string Candidates =
        $"""
        SELECT c.id, c.length, j.received_at FROM journal j JOIN content c ON c.id = j.content_id
        WHERE j.kept = 1
            AND NOT EXISTS (
                SELECT 1 FROM journal y WHERE y.content_id = j.content_id AND y.kept = 1
                    AND (y.received_at > j.received_at OR (y.received_at = j.received_at AND y.id > j.id)))
            AND {NobodyNeeds}
        ORDER BY j.received_at, j.content_id
        """;

    /// <summary>The contents that must go to keep within the limits, the oldest first.</summary>
    public static IReadOnlyList<KeptContent> Find(Connection connection, ContentLimits limits, int max)
    {
        var (count, octets) = limits.Count is null && limits.Octets is null ? (0, 0) : Total(connection);
        var found = new List<KeptContent>();
        using var select = connection.Prepare(Candidates);
        while (found.Count < max && select.Read())
        {
            var row = new RowReader(select.Row);
            var content = new KeptContent(row.Number(), row.Number());
            if (!(row.Time() < limits.ReceivedBefore || count > limits.Count || octets > limits.Octets))
            {
                break;
            }

            found.Add(content);
            count--;
            octets -= content.Length;
        }

        return found;
    }

    /// <summary>Purges contents, except those that somebody needs meanwhile.</summary>
    public static PurgedContent Purge(Connection connection, IReadOnlyList<KeptContent> contents)
    {
        var (count, octets) = (0, 0L);
        foreach (var content in contents)
        {
            using var update = connection.Prepare($"UPDATE journal SET kept = 0 WHERE content_id = (SELECT c.id FROM content c WHERE c.id = ? AND {NobodyNeeds}) AND kept = 1");
            if (update.Add(content.Id).Run() > 0)
            {
                count++;
                octets += content.Length;
                ContentRelease.IfUnused(connection, content.Id);
            }
        }

        return new PurgedContent(count, octets);
    }

    private static (long Count, long Octets) Total(Connection connection)
    {
        using var select = connection.Prepare(
            "SELECT count(*), coalesce(sum(length), 0) FROM content WHERE id IN (SELECT content_id FROM journal WHERE kept = 1)");
        return select.Read() ? (select.Row.Number(0), select.Row.Number(1)) : (0, 0);
    }
}
