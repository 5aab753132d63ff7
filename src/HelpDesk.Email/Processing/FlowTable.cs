using System.Collections.Frozen;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Processing;

/// <summary>The life of a row of the journal as one table: the worker does what it says and nothing else.</summary>
/// <remarks>
/// What makes it right: only a committed decision is applied (Received has no Apply, Decided has no Decide); a decision ends
/// only when the ticket store says that it never will be applied (GiveUp stands behind Voided alone); what follows is planned
/// from the committed result (Conclude stands behind Applied alone). The enumerating test of the flow drives this table.
/// </remarks>
internal sealed class FlowTable
{
    private readonly FrozenDictionary<JournalState, FlowAction> _actions;
    private readonly FrozenDictionary<(JournalState State, FlowSignal Signal), FlowRule> _rules;

    public FlowTable(IReadOnlyDictionary<JournalState, FlowAction> actions, IEnumerable<FlowRule> rules)
    {
        _actions = actions.ToFrozenDictionary();
        _rules = rules.ToFrozenDictionary(rule => (rule.State, rule.Signal));
    }

    /// <summary>The table that the engine runs.</summary>
    public static FlowTable Standard { get; } = new(
        new Dictionary<JournalState, FlowAction>
        {
            [JournalState.Received] = FlowAction.Decide,
            [JournalState.Decided] = FlowAction.Apply,
            [JournalState.Applied] = FlowAction.Conclude,
            [JournalState.Finished] = FlowAction.Rest,
        },
        [
            new(JournalState.Received, FlowSignal.ChangeDecided, FlowStep.CommitDecision, JournalState.Decided),
            new(JournalState.Received, FlowSignal.VerdictReached, FlowStep.Finish, JournalState.Finished),
            new(JournalState.Received, FlowSignal.TwinFinished, FlowStep.FinishAsDuplicate, JournalState.Finished),
            new(JournalState.Received, FlowSignal.TwinUnfinished, FlowStep.Wait, JournalState.Received),
            new(JournalState.Received, FlowSignal.ParentUnfinished, FlowStep.Wait, JournalState.Received),
            new(JournalState.Received, FlowSignal.Deferred, FlowStep.Postpone, JournalState.Received),
            new(JournalState.Received, FlowSignal.Failed, FlowStep.Retry, JournalState.Received),
            new(JournalState.Received, FlowSignal.FailedForGood, FlowStep.Quarantine, JournalState.Finished),
            new(JournalState.Received, FlowSignal.Unavailable, FlowStep.Postpone, JournalState.Received),

            new(JournalState.Decided, FlowSignal.Applied, FlowStep.CommitResult, JournalState.Applied),
            new(JournalState.Decided, FlowSignal.Voided, FlowStep.GiveUp, JournalState.Received),
            new(JournalState.Decided, FlowSignal.Failed, FlowStep.Retry, JournalState.Decided),
            new(JournalState.Decided, FlowSignal.FailedForGood, FlowStep.EndOperation, JournalState.Decided),
            new(JournalState.Decided, FlowSignal.Unavailable, FlowStep.Postpone, JournalState.Decided),

            new(JournalState.Applied, FlowSignal.Concluded, FlowStep.Finish, JournalState.Finished),
            new(JournalState.Applied, FlowSignal.Failed, FlowStep.Retry, JournalState.Applied),
            new(JournalState.Applied, FlowSignal.FailedForGood, FlowStep.FinishWithFailedMail, JournalState.Finished),
            new(JournalState.Applied, FlowSignal.Unavailable, FlowStep.Postpone, JournalState.Applied),
        ]);

    /// <summary>What is done with a row in a state.</summary>
    public FlowAction ActionIn(JournalState state) => _actions[state];

    /// <summary>What is committed in a state after a signal.</summary>
    /// <exception cref="InvalidOperationException">The signal can't come in this state.</exception>
    public FlowRule After(JournalState state, FlowSignal signal) =>
        _rules.TryGetValue((state, signal), out var rule)
            ? rule
            : throw new InvalidOperationException($"A row that is {state} can't get the signal {signal}.");
}
