namespace HelpDesk.Email.Cli.Why;

/// <summary>What one step said.</summary>
internal sealed record WhyStep(DateTimeOffset At, string Step, string Verdict, string Reason);
