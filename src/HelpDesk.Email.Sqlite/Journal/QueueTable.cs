using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>The rows that are not finished: how far each has come, who works on it and until when.</summary>
internal static class QueueTable
{
    private const long FirstPause = TimeSpan.TicksPerSecond;
    private const long FurtherPause = 30 * TimeSpan.TicksPerSecond;

    // Sets rows back whose attempt ended with its process. Of several rows in hand nobody knows which one took it along:
    // only one that was claimed alone, for it did so before, keeps the count.
    private const string SetBack =
        """
        UPDATE journal_queue SET
            node = NULL,
            attempts = attempts - (crashes = 0 AND attempts > 0),
            crashes = crashes + 1,
            not_before = ?1 + CASE crashes WHEN 0 THEN ?2 ELSE ?3 END,
            due = ?1 + CASE crashes WHEN 0 THEN ?2 ELSE ?3 END
        """;

    public static void Add(Connection connection, long id, long fence, DateTimeOffset now)
    {
        using var insert = connection.Prepare(
            "INSERT INTO journal_queue (id, state, due, not_before, fence, attempts, conflicts, crashes) VALUES (?, ?, 0, ?, ?, 0, 0, 0)");
        insert.Add(id).Add((int)JournalState.Received).Add(now).Add(fence).Run();
    }

    public static bool AnyDue(Connection connection, DateTimeOffset now)
    {
        using var select = connection.Prepare("SELECT 1 FROM journal_queue WHERE due <= ? LIMIT 1");
        return select.Add(now).Number() is not null;
    }

    public static IReadOnlyList<JournalClaim> Claim(Connection connection, string node, int max, DateTimeOffset now, DateTimeOffset until)
    {
        EndLeases(connection, now);
        var (ids, alone) = Ready(connection, now, max);
        return [.. ids.Select(id => Take(connection, id, node, until, alone))];
    }

    public static void Renew(Connection connection, JournalClaim claim, DateTimeOffset until)
    {
        using var update = connection.Prepare("UPDATE journal_queue SET due = ? WHERE id = ? AND node = ? AND fence = ?");
        update.Add(until).Add(claim.Entry.Id).Add(claim.Node).Add(claim.Fence).Run();
    }

    /// <summary>The state of a claimed row; <see langword="null"/> when the claim holds no longer.</summary>
    public static JournalState? Held(Connection connection, JournalClaim claim)
    {
        using var select = connection.Prepare("SELECT state FROM journal_queue WHERE id = ? AND node = ? AND fence = ?");
        return (JournalState?)select.Add(claim.Entry.Id).Add(claim.Node).Add(claim.Fence).Number();
    }

    /// <summary>Ends the claims of a process that is gone.</summary>
    public static void EndClaimsOf(Connection connection, string node, DateTimeOffset now)
    {
        using var update = connection.Prepare($"{SetBack} WHERE node = ?4");
        update.Add(now).Add(FirstPause).Add(FurtherPause).Add(node).Run();
    }

    private static void EndLeases(Connection connection, DateTimeOffset now)
    {
        using var update = connection.Prepare($"{SetBack} WHERE node IS NOT NULL AND due > 0 AND due <= ?1");
        update.Add(now).Add(FirstPause).Add(FurtherPause).Run();
    }

    /// <summary>The rows to claim, the oldest first: one that once took its process along, alone; or some that did not.</summary>
    private static (List<long> Ids, bool Alone) Ready(Connection connection, DateTimeOffset now, int max)
    {
        // What waited long enough joins what is due, so that the oldest can be taken off one index in their order.
        using var promote = connection.Prepare("UPDATE journal_queue SET due = 0 WHERE due > 0 AND due <= ?");
        promote.Add(now).Run();

        var ids = new List<long>();
        using var select = connection.Prepare("SELECT id, crashes FROM journal_queue WHERE due = 0 ORDER BY id LIMIT ?");
        select.Add(Math.Max(0, max));
        while (select.Read())
        {
            var isSuspect = select.Row.Number(1) > 0;
            if (isSuspect && ids.Count == 0)
            {
                return ([select.Row.Number(0)], true);
            }

            if (!isSuspect)
            {
                ids.Add(select.Row.Number(0));
            }
        }

        return (ids, false);
    }

    private static JournalClaim Take(Connection connection, long id, string node, DateTimeOffset until, bool alone)
    {
        using var update = connection.Prepare(
            "UPDATE journal_queue SET node = ?, due = ?, fence = fence + 1, attempts = attempts + 1 WHERE id = ? RETURNING fence");
        var fence = update.Add(node).Add(until).Add(id).Number()!.Value;
        return new JournalClaim(JournalRows.Find(connection, id)!, node, fence, alone);
    }
}
