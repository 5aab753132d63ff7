using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Processing;

/// <summary>One row of the transition table.</summary>
/// <param name="State">In this state</param>
/// <param name="Signal">and after this signal</param>
/// <param name="Step">this is committed,</param>
/// <param name="Next">and the row is in this state.</param>
internal sealed record FlowRule(JournalState State, FlowSignal Signal, FlowStep Step, JournalState Next);
