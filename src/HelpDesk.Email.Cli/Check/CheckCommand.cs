using System.CommandLine;
using HelpDesk.Email.Checking;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Cli.Check;

/// <summary>The commands <c>check</c> and <c>send-test</c>.</summary>
internal static class CheckCommand
{
    public static Command CreateCheck(ToolConsole console)
    {
        var settings = SettingsOption();
        var format = FormatOption.Create();
        var command = new Command("check", "Connects to every configured mailbox and account and says what works and what fails; fetches and changes nothing.") { settings, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var desk = await ConfiguredDesk.BuildAsync(parsed.GetRequiredValue(settings), cancellationToken).ConfigureAwait(false);
            await using (desk.ConfigureAwait(false))
            {
                return await CheckAsync(desk, console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false);
            }
        });
        return command;
    }

    public static Command CreateSendTest(ToolConsole console)
    {
        var settings = SettingsOption();
        var recipient = new Option<string>("--to") { Description = "To whom the message goes.", HelpName = "ADDRESS", Required = true };
        var account = new Option<string?>("--account") { Description = "The outgoing account; without it every one.", HelpName = "NAME" };
        var format = FormatOption.Create();
        var command = new Command("send-test", "Sends one message by each configured account, and says what the server answered.") { settings, recipient, account, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!EmailAddress.TryCreate(parsed.GetRequiredValue(recipient), null, out var address))
            {
                throw new UsageException($"'{parsed.GetRequiredValue(recipient)}' is no address; write one such as ann@example.com.");
            }

            var desk = await ConfiguredDesk.BuildAsync(parsed.GetRequiredValue(settings), cancellationToken).ConfigureAwait(false);
            await using (desk.ConfigureAwait(false))
            {
                return await SendAsync(desk, parsed.GetValue(account), address, console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static async Task<int> CheckAsync(ServiceProvider desk, ToolConsole console, OutputFormat format, CancellationToken cancellationToken)
    {
        var code = ExitCodes.Done;
        var count = 0;
        await foreach (var connection in desk.GetRequiredService<IConnectionChecks>().CheckAllAsync(cancellationToken).ConfigureAwait(false))
        {
            count++;
            code = connection.Report.Succeeded ? code : ExitCodes.Failed;
            await WriteAsync(CheckLine.Of(connection), console, format, cancellationToken).ConfigureAwait(false);
        }

        if (count == 0)
        {
            await console.Error.WriteLineAsync("The settings have no mailbox that is polled and no outgoing account.").ConfigureAwait(false);
        }

        return code;
    }

    private static async Task<int> SendAsync(ServiceProvider desk, string? account, EmailAddress recipient, ToolConsole console, OutputFormat format, CancellationToken cancellationToken)
    {
        var accounts = desk.GetRequiredService<IOptions<HelpDeskEmailOptions>>().Value.Outgoing.Keys.Order(StringComparer.Ordinal).ToList();
        if (account is not null && !accounts.Contains(account, StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException($"The settings have no account {account}; they have {(accounts.Count == 0 ? "none" : string.Join(", ", accounts))}.");
        }

        var code = ExitCodes.Done;
        foreach (var name in accounts.Where(name => account is null || name.Equals(account, StringComparison.OrdinalIgnoreCase)))
        {
            var report = await desk.GetRequiredService<IConnectionChecks>().SendTestAsync(name, recipient, cancellationToken).ConfigureAwait(false);
            code = report.Succeeded ? code : ExitCodes.Failed;
            await WriteAsync(CheckLine.Of(new CheckedConnection(MailDirection.Outgoing, name, report)), console, format, cancellationToken).ConfigureAwait(false);
        }

        if (accounts.Count == 0)
        {
            throw new UsageException("The settings have no outgoing account.");
        }

        return code;
    }

    private static Task WriteAsync(CheckLine line, ToolConsole console, OutputFormat format, CancellationToken cancellationToken) => format == OutputFormat.Json
        ? JsonLine.WriteAsync(console.Out, line, cancellationToken)
        : console.Out.WriteLineAsync(Printable.Line(line.ToText()).AsMemory(), cancellationToken);

    private static Option<string> SettingsOption() =>
        new("--settings") { Description = "A JSON file with the section HelpDeskEmail.", HelpName = "FILE", Required = true };
}
