using System.CommandLine;
using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli.Replay;

/// <summary>The command <c>replay</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create(ToolConsole console)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A JSON file: the settings, tickets and people at first, and the mails that come." };
        var format = FormatOption.Create();
        var command = new Command("replay", "Runs mails through the whole engine, in memory and with a fixed clock, and says what it did and why.") { scenario, format };
        command.SetAction((parsed, cancellationToken) =>
            new ReplayRun(console, FormatOption.Read(parsed, format, console)).RunAsync(parsed.GetRequiredValue(scenario), cancellationToken));
        return command;
    }
}
