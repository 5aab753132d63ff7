namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>What one step said.</summary>
internal sealed record StepLine(string Step, string Verdict, string Reason);
