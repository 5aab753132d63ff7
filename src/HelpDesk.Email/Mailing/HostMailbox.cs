using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

/// <summary>From which mailbox a host's mail comes, and what it is threaded to.</summary>
internal sealed class HostMailbox(IMailStore store)
{
    /// <summary>What the journal calls the mailbox of what hosts ask for: the same for all, so that an id is taken once whatever the settings say by then.</summary>
    public const string JournalName = "(host)";

    private const int ThreadDepth = 20;

    /// <summary>The mailbox: the one that is asked for, else that of the ticket's last mail, else that of its department, else the first.</summary>
    /// <returns>Empty where there is none.</returns>
    public async ValueTask<string> ChooseAsync(string? wanted, TicketSnapshot? ticket, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        if (wanted is not null)
        {
            return wanted;
        }

        if (ticket is not null)
        {
            var rows = await MailsOfAsync(ticket.Number, cancellationToken).ConfigureAwait(false);
            if (rows.FirstOrDefault(row => settings.Mailboxes.ContainsKey(row.Mailbox)) is { } last)
            {
                return last.Mailbox;
            }
        }

        var enabled = settings.Mailboxes.Where(mailbox => mailbox.Value.Enabled).ToList();
        return enabled.Where(mailbox => ticket?.Department is { } department && string.Equals(mailbox.Value.Department, department, StringComparison.OrdinalIgnoreCase))
            .Concat(enabled)
            .Select(mailbox => mailbox.Key)
            .FirstOrDefault(string.Empty);
    }

    /// <summary>The newest mails of a ticket, the oldest of them first: what clients thread by.</summary>
    public async ValueTask<IReadOnlyList<string>> ThreadOfAsync(string ticket, CancellationToken cancellationToken)
    {
        var rows = await MailsOfAsync(ticket, cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Where(row => row.Outcome is JournalOutcome.Created or JournalOutcome.Appended)
                .Select(row => row.Facts.MessageId)
                .Where(id => !id.EndsWith("@local>", StringComparison.Ordinal))
                .Reverse(),
        ];
    }

    private async ValueTask<IReadOnlyList<JournalEntry>> MailsOfAsync(string ticket, CancellationToken cancellationToken)
    {
        var rows = await store.Journal.FindAsync(new JournalQuery { Ticket = ticket, Limit = ThreadDepth }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => row.Origin == JournalOrigin.Mail)];
    }
}
