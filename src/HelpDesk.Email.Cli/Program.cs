using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var console = ToolConsole.OfProcess();
        await using (console.ConfigureAwait(false))
        {
            return await ToolCommandLine.RunAsync(args, console, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
