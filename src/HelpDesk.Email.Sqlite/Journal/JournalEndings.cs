using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>How a row leaves the queue, and comes back to it.</summary>
internal static class JournalEndings
{
    public static void Finish(Connection connection, long id, FinishCommit finish, DateTimeOffset now)
    {
        using var update = connection.Prepare(
            """
            UPDATE journal SET outcome = ?, ticket = ?, duplicate_of = ?, finished_at = ?,
                attempts = q.attempts, conflicts = q.conflicts, not_before = q.not_before, fence = q.fence
            FROM journal_queue q WHERE q.id = journal.id AND journal.id = ?
            """);
        update.Add((int)finish.Outcome).Add(finish.Ticket).Add(finish.DuplicateOf).Add(now).Add(id).Run();

        using var delete = connection.Prepare("DELETE FROM journal_queue WHERE id = ?");
        delete.Add(id).Run();
    }

    /// <summary>Puts a quarantined row back into the queue as if it had just come.</summary>
    /// <returns><see langword="false"/> when it is not quarantined.</returns>
    public static bool Replay(Connection connection, long id, Guid operationId, DateTimeOffset now)
    {
        using var select = connection.Prepare("SELECT fence FROM journal WHERE id = ? AND outcome = ?");
        if (select.Add(id).Add((int)JournalOutcome.Quarantined).Number() is not { } fence)
        {
            return false;
        }

        using var update = connection.Prepare(
            "UPDATE journal SET outcome = ?, operation_id = ?, ticket = NULL, duplicate_of = NULL, finished_at = NULL WHERE id = ?");
        update.Add((int)JournalOutcome.None).Add(operationId).Add(id).Run();

        ReservationTable.ReleaseAll(connection, id);
        JournalTexts.ClearDecision(connection, id);
        JournalTexts.ClearResult(connection, id);
        QueueTable.Add(connection, id, fence, now);
        return true;
    }

    /// <summary>Throws a quarantined row away.</summary>
    public static bool Discard(Connection connection, long id, string trace)
    {
        using var update = connection.Prepare("UPDATE journal SET outcome = ? WHERE id = ? AND outcome = ? RETURNING id");
        if (update.Add((int)JournalOutcome.Discarded).Add(id).Add((int)JournalOutcome.Quarantined).Number() is null)
        {
            return false;
        }

        ReservationTable.ReleaseAll(connection, id);
        JournalTexts.SetTrace(connection, id, trace);
        return true;
    }
}
