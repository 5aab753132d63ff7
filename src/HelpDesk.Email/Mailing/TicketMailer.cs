using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Mailing;

internal sealed class TicketMailer(IMailStore store, SettingsReader settings, WorkSignals signals, TimeProvider time) : ITicketMailer
{
    public async Task<long> ReplyAsync(AgentReply reply, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reply.Ticket, nameof(reply));
        ArgumentException.ThrowIfNullOrWhiteSpace(reply.Text, nameof(reply));
        var mailbox = reply.Mailbox ?? await MailboxOfAsync(reply.Ticket, cancellationToken).ConfigureAwait(false);
        var entry = new NewJournalEntry(
            mailbox,
            $"reply:{reply.Id:N}",
            MailContent.FromOctets(AgentReplyJson.Write(reply)),
            new MailFacts($"<reply.{reply.Id:N}@local>") { From = reply.Author })
        {
            Origin = JournalOrigin.AgentReply,
            OperationId = Guid.NewGuid(),
            ReceivedAt = time.GetUtcNow(),
        };
        var result = await store.Journal.AppendAsync([entry], cancellationToken).ConfigureAwait(false);
        signals.Journal.Set();
        return result[0].Id;
    }

    private async ValueTask<string> MailboxOfAsync(string ticket, CancellationToken cancellationToken)
    {
        var mailboxes = settings.Current.Mailboxes;
        var rows = await store.Journal.FindAsync(new JournalQuery { Ticket = ticket, Limit = 1 }, cancellationToken).ConfigureAwait(false);
        if (rows.Count > 0 && mailboxes.ContainsKey(rows[0].Mailbox))
        {
            return rows[0].Mailbox;
        }

        return mailboxes.Where(mailbox => mailbox.Value.Enabled).Select(mailbox => mailbox.Key).FirstOrDefault()
            ?? throw new InvalidOperationException("There is no mailbox to answer from: set HelpDeskEmail:Mailboxes:<name>:Address.");
    }
}
