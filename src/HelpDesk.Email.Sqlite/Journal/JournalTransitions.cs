using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.HostEvents;
using HelpDesk.Email.Sqlite.MessageIndex;
using HelpDesk.Email.Sqlite.Outbox;
using HelpDesk.Email.Sqlite.Suppressed;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>The transitions of a claimed row. What is not in the table is refused, and then nothing is written.</summary>
internal static class JournalTransitions
{
    /// <summary>Makes one transition.</summary>
    /// <param name="connection">In the transaction.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="commit">The transition.</param>
    /// <param name="outboxContents">The octets of the mail that it sends, one each.</param>
    /// <param name="now">The store's time.</param>
    public static CommitResult Commit(
        Connection connection,
        JournalClaim claim,
        JournalCommit commit,
        IReadOnlyList<PreparedContent?> outboxContents,
        DateTimeOffset now)
    {
        var id = claim.Entry.Id;
        switch (QueueTable.Held(connection, claim), commit)
        {
            case (JournalState.Received, DecisionCommit decision):
                return Decide(connection, id, decision);

            case (JournalState.Decided, ResultCommit result):
                Record(connection, id, result);
                return CommitResult.Committed;

            case (JournalState.Decided, GiveUpCommit giveUp):
                GiveUp(connection, id, giveUp);
                return CommitResult.Committed;

            case (not null, ReleaseCommit release):
                Release(connection, id, release, now);
                return CommitResult.Committed;

            case (not null, FinishCommit finish):
                return Finish(connection, id, finish, outboxContents, now);

            default:
                return CommitResult.ClaimLost;
        }
    }

    private static CommitResult Decide(Connection connection, long id, DecisionCommit decision)
    {
        if (ReservationTable.Holder(connection, id, decision.Reservations) is { } holder)
        {
            return new CommitResult(CommitStatus.ReservationTaken) { Holder = JournalRows.Find(connection, holder) };
        }

        ReservationTable.Take(connection, id, decision.Reservations);
        JournalTexts.SetDecision(connection, id, decision.Decision);
        JournalTexts.SetTrace(connection, id, decision.Trace);
        SetState(connection, id, JournalState.Decided);
        return CommitResult.Committed;
    }

    private static void Record(Connection connection, long id, ResultCommit result)
    {
        JournalTexts.SetResult(connection, id, result.Result);
        using var update = connection.Prepare("UPDATE journal_queue SET state = ?, attempts = 1 WHERE id = ?");
        update.Add((int)JournalState.Applied).Add(id).Run();
    }

    private static void GiveUp(Connection connection, long id, GiveUpCommit giveUp)
    {
        ReservationTable.ReleaseAll(connection, id);
        JournalTexts.ClearDecision(connection, id);
        JournalTexts.SetTrace(connection, id, giveUp.Trace);
        JournalTable.SetOperation(connection, id, giveUp.OperationId);
        using var update = connection.Prepare("UPDATE journal_queue SET state = ?, conflicts = conflicts + 1 WHERE id = ?");
        update.Add((int)JournalState.Received).Add(id).Run();
    }

    private static void Release(Connection connection, long id, ReleaseCommit release, DateTimeOffset now)
    {
        JournalTexts.SetTrace(connection, id, release.Trace);
        using var update = connection.Prepare(
            """
            UPDATE journal_queue SET
                node = NULL,
                crashes = 0,
                due = ?1,
                not_before = ?1,
                attempts = max(0, attempts - ?2),
                conflicts = CASE WHEN ?3 THEN 0 ELSE conflicts END,
                waiting_since = CASE WHEN ?4 THEN coalesce(waiting_since, ?5) END
            WHERE id = ?6
            """);
        update.Add(release.NotBefore).Add(!release.Counted).Add(release.ResetConflicts).Add(release.Waiting).Add(now).Add(id).Run();
    }

    private static CommitResult Finish(
        Connection connection,
        long id,
        FinishCommit finish,
        IReadOnlyList<PreparedContent?> outboxContents,
        DateTimeOffset now)
    {
        JournalEndings.Finish(connection, id, finish, now);
        JournalTexts.SetTrace(connection, id, finish.Trace);
        foreach (var message in finish.Index)
        {
            MessageIndexTable.Set(connection, message);
        }

        var hasThrottled = false;
        for (var i = 0; i < finish.Outbox.Count; i++)
        {
            hasThrottled |= OutboxTable.Add(connection, id, finish.Outbox[i], outboxContents[i], now) == OutboxState.Throttled;
        }

        foreach (var report in finish.Reports)
        {
            RecipientReports.Enter(connection, report);
        }

        foreach (var address in finish.Suppressed)
        {
            SuppressedTable.Set(connection, address);
        }

        foreach (var address in finish.Lifted)
        {
            SuppressedTable.Lift(connection, address, now);
        }

        foreach (var hostEvent in finish.Events)
        {
            HostEventTable.Add(connection, hostEvent);
        }

        return finish.Outbox.Count == 0 ? CommitResult.Committed : CommitResult.Committed with { HasThrottled = hasThrottled };
    }

    private static void SetState(Connection connection, long id, JournalState state)
    {
        using var update = connection.Prepare("UPDATE journal_queue SET state = ? WHERE id = ?");
        update.Add((int)state).Add(id).Run();
    }
}
