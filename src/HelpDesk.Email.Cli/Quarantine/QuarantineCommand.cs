using System.CommandLine;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Why;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Quarantine;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Cli.Quarantine;

/// <summary>The command <c>quarantine</c>.</summary>
internal static class QuarantineCommand
{
    private const int Page = 100;

    public static Command Create(ToolConsole console)
    {
        var settings = new Option<string>("--settings") { Description = "A JSON file with ConnectionStrings:HelpDesk and the section HelpDeskEmail.", HelpName = "FILE", Required = true, Recursive = true };
        var command = new Command("quarantine", "The mails that were set aside in the store: what and why, their octets, once more through the engine, away.")
        {
            settings,
            List(console, settings),
            Show(console, settings),
            Export(console, settings),
            Replay(console, settings),
            Discard(console, settings),
        };
        return command;
    }

    private static Command List(ToolConsole console, Option<string> settings)
    {
        var format = FormatOption.Create();
        var command = new Command("list", "All of them, the youngest first.") { format };
        command.SetAction((parsed, cancellationToken) => InAsync(parsed.GetRequiredValue(settings), console, async quarantine =>
        {
            long? before = null;
            IReadOnlyList<QuarantinedMail> page;
            do
            {
                page = await quarantine.ListAsync(before, Page, cancellationToken).ConfigureAwait(false);
                foreach (var mail in page)
                {
                    await WriteAsync(QuarantineLine.Of(mail), console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false);
                    before = mail.Id;
                }
            }
            while (page.Count == Page);
            return true;
        }, cancellationToken));
        return command;
    }

    private static Command Show(ToolConsole console, Option<string> settings)
    {
        var (id, format) = (Id(), FormatOption.Create());
        var command = new Command("show", "One of them with its trace.") { id, format };
        command.SetAction((parsed, cancellationToken) => InAsync(parsed.GetRequiredValue(settings), console, async quarantine =>
        {
            var mail = await quarantine.FindAsync(parsed.GetRequiredValue(id), cancellationToken).ConfigureAwait(false);
            if (mail is not null)
            {
                await WriteAsync(QuarantineLine.WithTrace(mail), console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false);
            }

            return mail is not null;
        }, cancellationToken));
        return command;
    }

    private static Command Export(ToolConsole console, Option<string> settings)
    {
        var id = Id();
        var output = new Option<string?>("--output") { Description = "The file to be made, which must not be there yet; ID.eml where it is absent.", HelpName = "FILE" };
        var command = new Command("export", "The octets of one of them as a file, exactly as they came.") { id, output };
        command.SetAction((parsed, cancellationToken) => InAsync(parsed.GetRequiredValue(settings), console, async quarantine =>
        {
            var number = parsed.GetRequiredValue(id);
            using var content = await quarantine.OpenAsync(number, cancellationToken).ConfigureAwait(false);
            return content is not null && await ExportedMail.WriteAsync(content, parsed.GetValue(output) ?? $"{number}.eml", console, cancellationToken).ConfigureAwait(false);
        }, cancellationToken));
        return command;
    }

    private static Command Replay(ToolConsole console, Option<string> settings)
    {
        var id = Id();
        var command = new Command("replay", "Once more through the engine: the host that runs over the store takes it next.") { id };
        command.SetAction((parsed, cancellationToken) => InAsync(parsed.GetRequiredValue(settings), console, quarantine =>
            quarantine.ReplayAsync(parsed.GetRequiredValue(id), cancellationToken).AsTask(), cancellationToken));
        return command;
    }

    private static Command Discard(ToolConsole console, Option<string> settings)
    {
        var id = Id();
        var reason = new Option<string>("--reason") { Description = "Why, and by whom, for whoever asks later.", HelpName = "TEXT", Required = true };
        var command = new Command("discard", "Away with one of them. Its row stays and says why.") { id, reason };
        command.SetAction((parsed, cancellationToken) => InAsync(parsed.GetRequiredValue(settings), console, quarantine =>
            string.IsNullOrWhiteSpace(parsed.GetRequiredValue(reason))
                ? throw new UsageException("--reason is empty; say why the mail is thrown away.")
                : quarantine.DiscardAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), cancellationToken).AsTask(), cancellationToken));
        return command;
    }

    private static Argument<long> Id() => new("ID") { Description = "The number of the mail, as list says it." };

    private static async Task<int> InAsync(string settings, ToolConsole console, Func<MailQuarantine, Task<bool>> act, CancellationToken cancellationToken)
    {
        var store = await ConfiguredStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            try
            {
                if (await act(store.GetRequiredService<MailQuarantine>()).ConfigureAwait(false))
                {
                    return ExitCodes.Done;
                }

                await console.Error.WriteLineAsync("There is no such mail in quarantine.").ConfigureAwait(false);
            }
            catch (StoreUnavailableException e)
            {
                await console.Error.WriteLineAsync($"The store can't be reached: {e.Message}").ConfigureAwait(false);
            }

            return ExitCodes.Failed;
        }
    }

    private static async Task WriteAsync(QuarantineLine line, ToolConsole console, OutputFormat format, CancellationToken cancellationToken) =>
        await (format == OutputFormat.Json
            ? JsonLine.WriteAsync(console.Out, line, cancellationToken)
            : console.Out.WriteLineAsync(QuarantineText.Of(line).AsMemory(), cancellationToken)).ConfigureAwait(false);
}
