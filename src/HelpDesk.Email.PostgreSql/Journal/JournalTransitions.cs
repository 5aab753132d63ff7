using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>The transitions of a claimed row before its end. The first statement of each decides whether the claim still holds.</summary>
internal static class JournalTransitions
{
    private static readonly JournalState[] Unfinished = [JournalState.Received, JournalState.Decided, JournalState.Applied];

    /// <summary>The statements of a transition, which are one transaction.</summary>
    public static IEnumerable<Sql> Of(Database database, JournalClaim claim, JournalCommit commit)
    {
        var id = claim.Entry.Id;
        return commit switch
        {
            DecisionCommit decision =>
            [
                QueueTable.Held(claim, "state = $5", JournalState.Received).Add((int)JournalState.Decided),
                .. ReservationTable.Take(id, decision.Reservations),
                JournalTexts.SetDecision(id, decision.Decision),
                JournalTexts.SetTrace(id, decision.Trace),
            ],
            ResultCommit result =>
            [
                QueueTable.Held(claim, "state = $5, attempts = 1", JournalState.Decided).Add((int)JournalState.Applied),
                JournalTexts.SetResult(id, result.Result),
            ],
            GiveUpCommit giveUp =>
            [
                QueueTable.Held(claim, "state = $5, conflicts = conflicts + 1", JournalState.Decided).Add((int)JournalState.Received),
                ReservationTable.ReleaseAll(id),
                JournalTexts.ClearDecision(id),
                JournalTexts.SetTrace(id, giveUp.Trace),
                Sql.Write("UPDATE journal SET operation_id = $1 WHERE id = $2").Add(giveUp.OperationId).Add(id),
            ],
            ReleaseCommit release => [Release(database, claim, release), JournalTexts.SetTrace(id, release.Trace)],
            _ => throw new ArgumentOutOfRangeException(nameof(commit), commit, "There is no such transition."),
        };
    }

    private static Sql Release(Database database, JournalClaim claim, ReleaseCommit release) => QueueTable.Held(
        claim,
        """
        node = NULL, crashes = 0, due = $5, not_before = $5,
            attempts = greatest(0, attempts - $6),
            conflicts = CASE WHEN $7 THEN 0 ELSE conflicts END,
            waiting_since = CASE WHEN $8 THEN coalesce(waiting_since, $9, statement_timestamp()) END
        """,
        Unfinished)
        .Add(release.NotBefore)
        .Add(release.Counted ? 0 : 1)
        .Add(release.ResetConflicts)
        .Add(release.Waiting)
        .Add(database.Now);
}
