using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Journal;

/// <summary>By what is seen that a commit was made under a claim. Only its holder changes a row under a fence, so the state it left says enough.</summary>
internal static class JournalEvidence
{
    private const string Held = "SELECT true FROM journal_queue q JOIN journal j ON j.id = q.id WHERE q.id = $1 AND q.fence = $2";

    public static Sql Of(JournalClaim claim, JournalCommit commit) => commit switch
    {
        DecisionCommit => In(claim, JournalState.Decided),
        ResultCommit => In(claim, JournalState.Applied),
        GiveUpCommit giveUp => In(claim, JournalState.Received).Append(" AND j.operation_id = ", sql => sql.Add(giveUp.OperationId)),
        ReleaseCommit release => Row($"{Held} AND q.node IS NULL AND q.not_before = $3", claim).Add(release.NotBefore),
        FinishCommit finish => Row("SELECT true FROM journal WHERE id = $1 AND fence = $2 AND finished_at IS NOT NULL AND outcome = $3", claim).Add((int)finish.Outcome),
        _ => throw new ArgumentOutOfRangeException(nameof(commit), commit, "There is no such transition."),
    };

    private static Sql In(JournalClaim claim, JournalState state) => Row($"{Held} AND q.node = $3 AND q.state = $4", claim).Add(claim.Node).Add((int)state);

    private static Sql Row(string text, JournalClaim claim) => Sql.Read(text).Add(claim.Entry.Id).Add(claim.Fence);
}
