namespace HelpDesk.Email.Cli.Quarantine;

/// <summary>One line of a trace.</summary>
internal sealed record QuarantineStep(string Step, string Verdict, string Reason, DateTimeOffset At);
