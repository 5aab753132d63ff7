namespace HelpDesk.Email.Inbound;

/// <summary>What one step of the engine said of a mail.</summary>
/// <param name="Step">The step, for instance <c>Correlate</c>.</param>
/// <param name="Verdict">What it decided, for instance <c>continue</c>.</param>
/// <param name="Reason">Why, in words that may be shown to an administrator.</param>
public sealed record TraceLine(string Step, string Verdict, string Reason)
{
    /// <summary>When it was said.</summary>
    public DateTimeOffset At { get; init; }
}
