using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Inbound;

/// <summary>The row ends here.</summary>
public sealed record StopVerdict : StepVerdict
{
    internal StopVerdict(JournalOutcome outcome, string reason)
        : base(reason) => Outcome = outcome;

    /// <summary>What becomes of the row.</summary>
    public JournalOutcome Outcome { get; }
}
