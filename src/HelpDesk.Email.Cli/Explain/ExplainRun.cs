using HelpDesk.Email.Cli.Explain.Lines;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Explaining;

namespace HelpDesk.Email.Cli.Explain;

/// <summary>Explains one file after the other: each gets a line, whatever is in it.</summary>
internal sealed class ExplainRun(MailExplainer explainer, AttachmentFolder? attachments, ToolConsole console, OutputFormat format)
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IEnumerable<MailFile> files, CancellationToken cancellationToken)
    {
        var code = ExitCodes.Done;
        var number = 0;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = await ExplainAsync(file, ++number, cancellationToken).ConfigureAwait(false);
            if (!line.Ok || (attachments is not null && line.Attachments.Any(attachment => attachment.SavedAs is null)))
            {
                code = ExitCodes.Failed;
            }

            await (format == OutputFormat.Json
                ? JsonLine.WriteAsync(console.Out, line, cancellationToken)
                : ExplainText.WriteAsync(console.Out, line, cancellationToken)).ConfigureAwait(false);
        }

        if (number == 0)
        {
            await console.Error.WriteLineAsync("There is no .eml, .txt or .html file in the folder.").ConfigureAwait(false);
        }

        return code;
    }

    private async Task<ExplainLine> ExplainAsync(MailFile file, int number, CancellationToken cancellationToken)
    {
        if (file.Problem is not null)
        {
            return ExplainLine.Failed(file.Path, file.Problem);
        }

        try
        {
            using var content = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
            var explanation = await explainer.ExplainAsync(content, file.Form, cancellationToken).ConfigureAwait(false);
            var saved = attachments is null
                ? null
                : await attachments.SaveAsync(number, explanation.Attachments, cancellationToken).ConfigureAwait(false);
            return ExplainLine.Of(file.Path, explanation, saved);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ExplainLine.Failed(file.Path, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A mistake in the engine: the other files still get their lines.
            return ExplainLine.Failed(file.Path, $"{e.GetType().Name}: {e.Message}");
        }
    }
}
