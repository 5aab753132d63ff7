namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Time passes; what becomes due is done.</summary>
/// <param name="By">How much.</param>
/// <param name="At">When it begins.</param>
internal sealed record AdvanceStep(TimeSpan By, DateTimeOffset? At) : ScenarioStep(At);
