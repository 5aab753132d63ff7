using System.CommandLine;
using System.CommandLine.Parsing;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Settings;
using HelpDesk.Email.Explaining;

namespace HelpDesk.Email.Cli.Explain;

/// <summary>The command <c>explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or folders: .eml is a whole message, .txt a plain-text body alone, .html an HTML body alone.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(RefuseOptions);
        var settings = new Option<string?>("--settings") { Description = "A JSON file with the section HelpDeskEmail.", HelpName = "FILE" };
        var extract = new Option<string?>("--extract") { Description = "Writes the attachments below this folder.", HelpName = "DIR" };
        var format = FormatOption.Create();
        var command = new Command("explain", "Says what the help desk understands of each message, without storing anything.") { paths, settings, extract, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var explainer = new MailExplainer(await SettingsFile.ReadAsync(parsed.GetValue(settings), cancellationToken).ConfigureAwait(false));
            var folder = parsed.GetValue(extract) is { } path ? AttachmentFolder.Open(path, console) : null;
            var run = new ExplainRun(explainer, folder, console, FormatOption.Read(parsed, format, console));
            return await run.RunAsync(MailFiles.Find(parsed.GetRequiredValue(paths)), cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    // The parser takes an option that it does not know for a path.
    private static void RefuseOptions(ArgumentResult paths)
    {
        foreach (var path in paths.Tokens.Select(token => token.Value).Where(path => path.StartsWith('-') && !Path.Exists(path)))
        {
            paths.AddError($"There is no option {path}.");
        }
    }
}
