namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>From now on the outgoing server refuses recipients.</summary>
/// <param name="Replies">What it says, by address; all others are accepted.</param>
/// <param name="At">When.</param>
internal sealed record RefuseStep(IReadOnlyDictionary<string, string> Replies, DateTimeOffset? At) : ScenarioStep(At);
