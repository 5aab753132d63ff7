using HelpDesk.Email.Observing;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Processing;

/// <summary>The points of the flow that a commit of a row lies between.</summary>
internal static class RowPoints
{
    /// <summary>Tells that a commit is about to be made.</summary>
    public static void Before(JournalCommit commit, IFlowObserver observer)
    {
        FlowPoint? point = commit switch
        {
            DecisionCommit => FlowPoint.BeforeDecisionCommit,
            FinishCommit => FlowPoint.BeforeCompletionCommit,
            _ => null,
        };
        Tell(point, observer);
    }

    /// <summary>Tells that a commit was made.</summary>
    public static void After(JournalCommit commit, IFlowObserver observer)
    {
        FlowPoint? point = commit switch
        {
            DecisionCommit => FlowPoint.AfterDecisionCommit,
            ResultCommit => FlowPoint.AfterResultCommit,
            FinishCommit => FlowPoint.AfterCompletionCommit,
            GiveUpCommit or ReleaseCommit => FlowPoint.AfterSetBackCommit,
            _ => null,
        };
        Tell(point, observer);
    }

    private static void Tell(FlowPoint? point, IFlowObserver observer)
    {
        if (point is { } reached)
        {
            observer.Reached(reached);
        }
    }
}
