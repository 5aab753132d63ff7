using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

/// <summary>Decides about an agent's answer: it joins its ticket.</summary>
internal sealed class AgentReplyDecider(ITicketStore tickets, HostMailbox mailboxes, TimeProvider time)
{
    public async ValueTask<Decision> DecideAsync(JournalEntry entry, MailContent content, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        var (reply, files) = HostRequest.Read(content, HostRequestJson.Default.AgentReply);
        var found = await tickets.FindAsync(TicketLookup.Of(reply.Ticket), cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return new VerdictDecision(JournalOutcome.Rejected, null, null, null, [Line("rejected", $"there is no ticket {reply.Ticket}")]);
        }

        var ticket = found[0];
        var text = reply.Text.ReplaceLineEndings("\n").Trim();
        var change = new TicketChange
        {
            OperationId = entry.OperationId,
            TicketNumber = ticket.Number,
            Status = reply.Status,
            AddParticipants = [reply.Author],
            Entry = new NewTicketEntry(reply.Author, text)
            {
                At = entry.ReceivedAt,
                JournalId = entry.Id,
                Visibility = reply.IsInternal ? EntryVisibility.Internal : EntryVisibility.Public,
                Html = HostHtml.Safe(reply.Html, files),
                Attachments = AttachmentReader.Read(files with { UnsafeHtml = reply.Html }, reply.Html, new LimitsOptions(), cancellationToken).Kept,
            },
        };
        var cause = new Cause(JournalOrigin.AgentReply, reply.Author, entry.Facts.MessageId)
        {
            Mailbox = await mailboxes.ChooseAsync(reply.Mailbox, ticket, settings, cancellationToken).ConfigureAwait(false),
            References = await mailboxes.ThreadOfAsync(ticket.Number, cancellationToken).ConfigureAwait(false),
            Before = new TicketPlace(ticket.Department, ticket.Category),
            MayEcho = true,
            Text = text,
            IsInternal = reply.IsInternal,
        };
        return new ChangeDecision(change, cause, [Line("continue", $"an agent's answer to ticket {ticket.Number}")], []);
    }

    private TraceLine Line(string verdict, string reason) => new("AgentReply", verdict, reason) { At = time.GetUtcNow() };
}
