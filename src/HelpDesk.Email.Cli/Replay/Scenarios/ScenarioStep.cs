namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Something that happens in a scenario.</summary>
/// <param name="At">The clock is moved there first; absent: it happens at once.</param>
internal abstract record ScenarioStep(DateTimeOffset? At);
