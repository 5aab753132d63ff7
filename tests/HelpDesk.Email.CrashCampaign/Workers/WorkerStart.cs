namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>How a worker is started. Immutable.</summary>
internal sealed record WorkerStart
{
    /// <summary>The point and time at which it dies, such as <c>AfterApply:2</c>; <see langword="null"/> for none.</summary>
    public string? Die { get; init; }

    /// <summary>By how much its clock is ahead: what rests after a crash is due at once then.</summary>
    public TimeSpan Shift { get; init; }

    /// <summary>What strace does with one of its system calls; <see langword="null"/> when it runs by itself.</summary>
    public Injection? Injection { get; init; }
}
