namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>Something that happens to a system call. Immutable.</summary>
/// <param name="Call">Its name, or several with commas between.</param>
/// <param name="Effect">In the words of strace, for instance <c>signal=KILL</c> or <c>error=EIO</c>.</param>
/// <param name="When">At which call of a thread, from 1.</param>
internal sealed record Injection(string Call, string Effect, int When)
{
    public const string Program = "/usr/bin/strace";

    /// <summary>Where the calls were written that came by.</summary>
    public string? Trace { get; init; }

    /// <summary>The worker stays the child of who started it.</summary>
    /// <remarks>With a filter only the calls that are meant stop the worker, which is faster; but strace 6.1 then injects errors and no signals.</remarks>
    public IEnumerable<string> Words =>
        ["-D", "-f", .. Effect.StartsWith("signal", StringComparison.Ordinal) ? Array.Empty<string>() : ["--seccomp-bpf"], "-q", "-o", Trace ?? "/dev/null", "-e", $"trace={Call}", "-e", $"inject={Call}:{Effect}:when={When}", "-e", "signal=none"];

    /// <summary>How many calls the thread made that made most.</summary>
    public int CallsSeen => Trace is null || !File.Exists(Trace) ? 0 : File.ReadLines(Trace)
        .Where(line => line.Contains('(', StringComparison.Ordinal) && !line.Contains("resumed>", StringComparison.Ordinal))
        .CountBy(line => line.Split(' ')[0])
        .Select(thread => thread.Value)
        .DefaultIfEmpty()
        .Max();

    /// <summary>Whether it came to that.</summary>
    public bool HasHappened => Trace is not null && File.Exists(Trace) && File.ReadLines(Trace).Any(line => line.Contains("INJECTED", StringComparison.Ordinal) || line.Contains("killed by SIGKILL", StringComparison.Ordinal));
}
