using System.CommandLine;
using HelpDesk.Email.Cli.Files;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Html;

namespace HelpDesk.Email.Cli.Sanitize;

/// <summary>The command <c>sanitize</c>.</summary>
internal static class SanitizeCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "A folder: each .html file in it gives one line of JSON. Without it standard input goes to standard output.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("sanitize", "Makes HTML safe to show: nothing in it runs, navigates or loads anything by itself.") { folder };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(folder) is { } path
            ? FolderAsync(path, console, cancellationToken)
            : InputAsync(console, cancellationToken));
        return command;
    }

    private static async Task<int> InputAsync(ToolConsole console, CancellationToken cancellationToken)
    {
        var html = await console.In.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await console.Out.WriteAsync(SafeHtml.Sanitize(html).AsMemory(), cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static async Task<int> FolderAsync(string path, ToolConsole console, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
        {
            throw new UsageException($"There is no folder {path}.");
        }

        var code = ExitCodes.Done;
        foreach (var file in FolderSearch.Find(path, ".html"))
        {
            var line = await SanitizeAsync(file, cancellationToken).ConfigureAwait(false);
            code = line.Error is null ? code : ExitCodes.Failed;
            await JsonLine.WriteAsync(console.Out, line, cancellationToken).ConfigureAwait(false);
        }

        return code;
    }

    private static async Task<SanitizedLine> SanitizeAsync(FoundFile file, CancellationToken cancellationToken)
    {
        if (file.Problem is not null)
        {
            return new SanitizedLine(file.Path, null, file.Problem);
        }

        try
        {
            return new SanitizedLine(file.Path, SafeHtml.Sanitize(await File.ReadAllTextAsync(file.Path, cancellationToken).ConfigureAwait(false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SanitizedLine(file.Path, null, e.Message);
        }
    }
}
