namespace HelpDesk.Email.Inbound;

/// <summary>The mail is looked at again later.</summary>
public sealed record DeferVerdict : StepVerdict
{
    internal DeferVerdict(TimeSpan delay, string reason)
        : base(reason) => Delay = delay;

    /// <summary>After how long.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Whether the mail waits for another one.</summary>
    public bool IsWaiting { get; internal init; }
}
