using System.CommandLine;
using System.Globalization;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Why;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Cli.Erase;

/// <summary>The command <c>erase</c>.</summary>
internal static class EraseCommand
{
    public static Command Create(ToolConsole console)
    {
        var addresses = new Argument<string[]>("ADDRESS") { Description = "The addresses of the person; those that the store knows of them beside these are erased too.", Arity = ArgumentArity.OneOrMore };
        var settings = new Option<string>("--settings") { Description = "A JSON file with ConnectionStrings:HelpDesk and the section HelpDeskEmail.", HelpName = "FILE", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, and by whom, for whoever asks later. It is kept; name nobody.", HelpName = "TEXT", Required = true };
        var format = FormatOption.Create();
        var command = new Command("erase", "Erases a person from the configured store: their mails, tickets, words, addresses and names. It can't be undone.") { addresses, settings, reason, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(addresses),
            parsed.GetRequiredValue(settings),
            parsed.GetRequiredValue(reason),
            FormatOption.Read(parsed, format, console),
            console,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] addresses, string settings, string reason, OutputFormat format, ToolConsole console, CancellationToken cancellationToken)
    {
        var person = addresses.Select(Parse).ToList();
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new UsageException("--reason is empty; say why the person is erased.");
        }

        var store = await ConfiguredStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            try
            {
                var line = EraseLine.Of(await store.GetRequiredService<IPersonErasure>().EraseAsync(person, reason, cancellationToken).ConfigureAwait(false));
                await (format == OutputFormat.Json
                    ? JsonLine.WriteAsync(console.Out, line, cancellationToken)
                    : console.Out.WriteLineAsync(Text(line).AsMemory(), cancellationToken)).ConfigureAwait(false);
                return line.Compacted ? ExitCodes.Done : ExitCodes.Failed;
            }
            catch (StoreUnavailableException e)
            {
                await console.Error.WriteLineAsync($"Not everything is erased, say it again: {e.Message}").ConfigureAwait(false);
                return ExitCodes.Failed;
            }
        }
    }

    private static EmailAddress Parse(string address) => EmailAddress.TryCreate(address, null, out var made)
        ? made
        : throw new UsageException($"'{Printable.Line(address)}' is not an e-mail address of the form local@domain.");

    private static string Text(EraseLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"erased: {line.Mails} mails, {line.OutgoingMails} outgoing mails, {line.Tickets} tickets, {line.Entries} entries, {line.Contacts} contacts, {line.Others} others; {(line.Compacted ? "the files hold nothing of them any more" : "the files were in use and may still hold old octets: say it again when fewer processes use them")}\nmarks: {string.Join(' ', line.Marks)}");
}
