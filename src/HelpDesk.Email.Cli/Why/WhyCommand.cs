using System.CommandLine;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Histories;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Cli.Why;

/// <summary>The command <c>why</c>.</summary>
internal static class WhyCommand
{
    public static Command Create(ToolConsole console)
    {
        var ticket = new Argument<string>("TICKET") { Description = "The number of the ticket." };
        var settings = new Option<string>("--settings") { Description = "A JSON file with ConnectionStrings:HelpDesk and the section HelpDeskEmail.", HelpName = "FILE", Required = true };
        var format = FormatOption.Create();
        var command = new Command("why", "Tells the life of a ticket's mails: what came, what was decided and why, what went out.") { ticket, settings, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await ConfiguredStore.OpenAsync(parsed.GetRequiredValue(settings), cancellationToken).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                return await TellAsync(store, parsed.GetRequiredValue(ticket), console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(ServiceProvider store, string ticket, ToolConsole console, OutputFormat format, CancellationToken cancellationToken)
    {
        IReadOnlyList<TicketMailEvent> mails;
        try
        {
            mails = await new TicketMailHistory(store.GetRequiredService<IMailStore>()).ReadAsync(ticket, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            await console.Error.WriteLineAsync($"The store can't be read: {e.Message}").ConfigureAwait(false);
            return ExitCodes.Failed;
        }

        foreach (var line in mails.Select(WhyLine.Of))
        {
            await (format == OutputFormat.Json
                ? JsonLine.WriteAsync(console.Out, line, cancellationToken)
                : console.Out.WriteLineAsync(WhyText.Of(line).AsMemory(), cancellationToken)).ConfigureAwait(false);
        }

        if (mails.Count == 0)
        {
            await console.Error.WriteLineAsync($"The store has no mail of a ticket {ticket}.").ConfigureAwait(false);
            return ExitCodes.Failed;
        }

        return ExitCodes.Done;
    }
}
