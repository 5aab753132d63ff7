using HelpDesk.Email.Processing;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Model;

/// <summary>Where a worker stands, and what it has in memory: lost when it crashes, kept when it is merely paused.</summary>
internal struct WorkerModel
{
    public WorkerPhase Phase;
    public byte Row;
    public byte Fence;
    public JournalState State;
    public byte Operation;
    public FlowSignal Signal;
    public DecisionModel Decision;
    public ResultModel Result;
}

/// <summary>What a worker does next.</summary>
internal enum WorkerPhase : byte
{
    /// <summary>Claims a row.</summary>
    Idle,

    /// <summary>Acts on its row.</summary>
    Acts,

    /// <summary>Was answered Conflict, and ends the operation.</summary>
    EndsOperation,

    /// <summary>Commits.</summary>
    Commits,
}
