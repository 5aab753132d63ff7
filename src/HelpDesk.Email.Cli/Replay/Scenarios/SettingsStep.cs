using System.Text.Json.Nodes;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>An administrator changes settings while the help desk runs; those that are not named stay.</summary>
/// <param name="Settings">The section HelpDeskEmail.</param>
/// <param name="At">When.</param>
internal sealed record SettingsStep(JsonObject Settings, DateTimeOffset? At) : ScenarioStep(At);
