using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Inbound;

/// <summary>What a step decides: the closed set of verdicts.</summary>
public abstract record StepVerdict
{
    private protected StepVerdict(string reason) => Reason = reason;

    /// <summary>Why, in words for the trace; may be empty for <see cref="Continue"/>.</summary>
    public string Reason { get; }

    /// <summary>The next step is asked.</summary>
    public static StepVerdict Continue(string reason = "") => new ContinueVerdict(reason);

    /// <summary>No further step is asked; the row ends with an outcome, and no ticket is changed.</summary>
    public static StepVerdict Stop(JournalOutcome outcome, string reason) => new StopVerdict(outcome, reason);

    /// <summary>The mail is refused; its sender is told with a template where an automatic answer is allowed.</summary>
    public static StepVerdict Reject(string reason, string template) => new RejectVerdict(reason, template);

    /// <summary>The mail is set aside, and nobody is told.</summary>
    public static StepVerdict Ignore(string reason) => new StopVerdict(JournalOutcome.Ignored, reason);

    /// <summary>The mail is kept for a person to look at.</summary>
    public static StepVerdict Quarantine(string reason) => new StopVerdict(JournalOutcome.Quarantined, reason);

    /// <summary>The mail is looked at again later, with nothing counted against it.</summary>
    public static StepVerdict Defer(TimeSpan delay, string reason) => new DeferVerdict(delay, reason);

    /// <summary>The mail waits for another one: it is looked at again after a delay, and <see cref="JournalEntry.WaitingSince"/> says since when.</summary>
    /// <remarks>Who returns it has to say how long to wait at most.</remarks>
    public static StepVerdict Wait(TimeSpan delay, string reason) => new DeferVerdict(delay, reason) { IsWaiting = true };
}
