using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli.Tests;

/// <summary>The tool as a person runs it, but in this process.</summary>
internal static class Tool
{
    public static Task<ToolRun> RunAsync(params string[] args) => RunAsync(isTerminal: false, args);

    public static async Task<ToolRun> RunAsync(bool isTerminal, params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        await using var console = new ToolConsole(output, error, isTerminal);
        var code = await ToolCommandLine.RunAsync(args, console, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
