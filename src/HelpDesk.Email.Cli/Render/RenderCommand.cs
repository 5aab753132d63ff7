using System.CommandLine;
using System.Globalization;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Handlebars;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Cli.Render;

/// <summary>The command <c>render</c>.</summary>
internal static class RenderCommand
{
    public static Command Create(ToolConsole console)
    {
        var template = new Argument<string>("TEMPLATE") { Description = "The name of a built-in template, or a file: .hbs with parts, .html or .txt for one part alone." };
        var model = new Option<string>("--model") { Description = "JSON with the values.", HelpName = "FILE", Required = true };
        var master = new Option<string?>("--master") { Description = "A master template; without it the built-in frame.", HelpName = "FILE" };
        var culture = new Option<string?>("--culture") { Description = "The language, such as de; the default is en, or what stands in the name of the file.", HelpName = "NAME" };
        var command = new Command("render", "Shows the subject, the text and the HTML that a template gives for a model.") { template, model, master, culture };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetRequiredValue(template);
            var draft = await DraftAsync(file, parsed.GetValue(master), cancellationToken).ConfigureAwait(false);
            var values = await ModelFile.ReadAsync(parsed.GetRequiredValue(model), cancellationToken).ConfigureAwait(false);
            return await RunAsync(draft, values, CultureOf(parsed.GetValue(culture), draft), console, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        TemplateDraft draft, IReadOnlyDictionary<string, object?> model, CultureInfo culture, ToolConsole console, CancellationToken cancellationToken)
    {
        try
        {
            var mail = TemplatePreview.Render(draft, model, culture);
            await JsonLine.WriteAsync(console.Out, new RenderedLine(mail?.Subject, mail?.Text, mail?.Html), cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        }
        catch (TemplateException e)
        {
            foreach (var line in Printable.Lines(e.Message))
            {
                await console.Error.WriteLineAsync(line).ConfigureAwait(false);
            }

            return ExitCodes.Failed;
        }
    }

    private static async Task<TemplateDraft> DraftAsync(string template, string? master, CancellationToken cancellationToken)
    {
        var frame = master is null ? null : await ReadAsync(master, cancellationToken).ConfigureAwait(false);
        return TemplateNames.All.Contains(template, StringComparer.OrdinalIgnoreCase) && !File.Exists(template)
            ? new TemplateDraft($"{template}.hbs", null, frame)
            : File.Exists(template)
                ? new TemplateDraft(Path.GetFileName(template), await ReadAsync(template, cancellationToken).ConfigureAwait(false), frame)
                : throw new UsageException($"There is neither a built-in template nor a file {template}. Built-in are: {string.Join(", ", TemplateNames.All)}.");
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} can't be read: {e.Message}", e);
        }
    }

    private static CultureInfo CultureOf(string? name, TemplateDraft draft)
    {
        var inName = draft.FileName.Split('.') is [_, var language, _] ? language : null;
        try
        {
            return CultureInfo.GetCultureInfo(name ?? inName ?? "en", predefinedOnly: true);
        }
        catch (CultureNotFoundException e)
        {
            return name is null ? CultureInfo.GetCultureInfo("en") : throw new UsageException($"There is no culture {name}; write for instance en, de or de-AT.", e);
        }
    }
}
