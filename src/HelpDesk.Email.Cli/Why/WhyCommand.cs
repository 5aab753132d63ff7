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
    private const int DefaultLast = 50;

    public static Command Create(ToolConsole console)
    {
        var ticket = new Argument<string?>("TICKET") { Description = "The number of the ticket.", Arity = ArgumentArity.ZeroOrOne };
        var mailbox = new Option<string?>("--mailbox") { Description = "In place of a ticket: the last mails of this mailbox.", HelpName = "NAME" };
        var last = new Option<int>("--last") { Description = "How many mails of the mailbox.", HelpName = "COUNT", DefaultValueFactory = _ => DefaultLast };
        var settings = new Option<string>("--settings") { Description = "A JSON file with ConnectionStrings:HelpDesk and the section HelpDeskEmail.", HelpName = "FILE", Required = true };
        var format = FormatOption.Create();
        var command = new Command("why", "Tells the life of a ticket's mails, or those of a mailbox: what came, what was decided and why, what went out.") { ticket, mailbox, last, settings, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (wantedTicket, wantedMailbox, most) = (parsed.GetValue(ticket), parsed.GetValue(mailbox), parsed.GetValue(last));
            if (wantedTicket is null == wantedMailbox is null || most < 1)
            {
                throw new UsageException("Name either a ticket or a --mailbox; --last is a number from 1.");
            }

            var store = await ConfiguredStore.OpenAsync(parsed.GetRequiredValue(settings), cancellationToken).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                var mails = store.GetRequiredService<IMailStore>();
                return wantedTicket is not null
                    ? await TellAsync(() => new TicketMailHistory(mails).ReadAsync(wantedTicket, cancellationToken), $"ticket {wantedTicket}", console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false)
                    : await TellAsync(() => new MailboxHistory(mails).ReadAsync(wantedMailbox!, before: null, most, cancellationToken), $"mailbox {wantedMailbox}", console, FormatOption.Read(parsed, format, console), cancellationToken).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(Func<ValueTask<IReadOnlyList<TicketMailEvent>>> read, string of, ToolConsole console, OutputFormat format, CancellationToken cancellationToken)
    {
        IReadOnlyList<TicketMailEvent> mails;
        try
        {
            mails = await read().ConfigureAwait(false);
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
            await console.Error.WriteLineAsync($"The store has no mail of a {of}.").ConfigureAwait(false);
            return ExitCodes.Failed;
        }

        return ExitCodes.Done;
    }
}
