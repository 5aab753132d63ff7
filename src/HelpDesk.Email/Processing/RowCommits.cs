using HelpDesk.Email.Decisions;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Processing;

/// <summary>Puts the steps of the flow into the words of the store.</summary>
internal sealed class RowCommits(TimeProvider time)
{
    private const int MaxConflicts = 5;
    private static readonly TimeSpan ConflictPause = TimeSpan.FromMinutes(1);

    public JournalCommit Of(FlowStep step, RowInWork row) => step switch
    {
        FlowStep.CommitDecision => Decision(row),
        FlowStep.CommitResult => new ResultCommit(row.Answer!),
        FlowStep.GiveUp => new GiveUpCommit(Guid.NewGuid(), row.TraceJson),
        FlowStep.Finish or FlowStep.FinishWithFailedMail => row.Conclusion! with { Trace = row.TraceJson },
        FlowStep.FinishAsDuplicate => new FinishCommit(JournalOutcome.Duplicate, row.TraceJson) { Ticket = row.Twin!.Ticket, DuplicateOf = row.Twin.Id },
        FlowStep.Quarantine => new FinishCommit(JournalOutcome.Quarantined, row.TraceJson),
        FlowStep.Wait => new ReleaseCommit(time.GetUtcNow() + row.Delay, Counted: false, row.WaitingTraceJson) { Waiting = true },
        FlowStep.Postpone => new ReleaseCommit(time.GetUtcNow() + row.Delay, Counted: false, row.WaitingTraceJson),
        FlowStep.Retry => new ReleaseCommit(time.GetUtcNow() + row.Delay, Counted: true, row.TraceJson),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "This step is no commit."),
    };

    /// <summary>Whether decisions were given up so often that the row has to rest.</summary>
    public static bool HasToRest(RowInWork row) => row.Conflicts >= MaxConflicts;

    /// <summary>Sets a row back that met too many conflicts.</summary>
    public ReleaseCommit Rest(RowInWork row) =>
        new(time.GetUtcNow() + ConflictPause, Counted: false, row.TraceJson) { ResetConflicts = true };

    private static DecisionCommit Decision(RowInWork row)
    {
        var decision = (CommittedDecision)row.Decided!;
        return new DecisionCommit(DecisionJson.Write(decision), row.TraceJson, decision.Reservations);
    }
}
