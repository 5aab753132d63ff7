using System.CommandLine;
using HelpDesk.Email.Cli.Check;
using HelpDesk.Email.Cli.Erase;
using HelpDesk.Email.Cli.Explain;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Quarantine;
using HelpDesk.Email.Cli.Render;
using HelpDesk.Email.Cli.Replay;
using HelpDesk.Email.Cli.Sanitize;
using HelpDesk.Email.Cli.Why;

namespace HelpDesk.Email.Cli;

/// <summary>The command line of the tool: its commands, and what every one of them does about mistakes.</summary>
internal static class ToolCommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>; nothing is thrown.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, ToolConsole console, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Says what HelpDesk.Email understands of mail, and what it would do with it.")
        {
            ExplainCommand.Create(console),
            ReplayCommand.Create(console),
            SanitizeCommand.Create(console),
            RenderCommand.Create(console),
            CheckCommand.CreateCheck(console),
            CheckCommand.CreateSendTest(console),
            WhyCommand.Create(console),
            QuarantineCommand.Create(console),
            EraseCommand.Create(console),
        };

        // Without the replacer a path that begins with @ is a path.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await console.Error.WriteLineAsync("Write helpdesk-email --help to see how it is used.").ConfigureAwait(false);
            return ExitCodes.WrongUsage;
        }

        return await RunAsync(parsed, console, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        try
        {
            var invocation = new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            await console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
        catch (Exception e)
        {
            await console.Error.WriteLineAsync($"{e.GetType().Name}: {e.Message}").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
    }
}
