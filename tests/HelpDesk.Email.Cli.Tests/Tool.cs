using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli.Tests;

/// <summary>The tool as a person runs it, but in this process.</summary>
internal static class Tool
{
    public static Task<ToolRun> RunAsync(params string[] args) => RunAsync(isTerminal: false, args);

    public static Task<ToolRun> RunAsync(bool isTerminal, params string[] args) => RunAsync(string.Empty, isTerminal, args);

    /// <summary>With something on standard input.</summary>
    public static Task<ToolRun> PipeAsync(string input, params string[] args) => RunAsync(input, isTerminal: false, args);

    private static async Task<ToolRun> RunAsync(string text, bool isTerminal, string[] args)
    {
        using var input = new StringReader(text);
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        await using var console = new ToolConsole(input, output, error, isTerminal);
        var code = await ToolCommandLine.RunAsync(args, console, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
