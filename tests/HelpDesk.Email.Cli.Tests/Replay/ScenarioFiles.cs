namespace HelpDesk.Email.Cli.Tests.Replay;

/// <summary>The scenarios of these tests.</summary>
internal static class ScenarioFiles
{
    public static Task<ToolRun> ReplayAsync(string name) =>
        Tool.RunAsync("replay", Path.Combine(AppContext.BaseDirectory, "Scenarios", name, "scenario.json"));
}
