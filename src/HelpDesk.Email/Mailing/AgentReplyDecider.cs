using HelpDesk.Email.Decisions;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

/// <summary>Decides about an agent's answer: it joins its ticket.</summary>
internal sealed class AgentReplyDecider(ITicketStore tickets, IMailStore store, TimeProvider time)
{
    private const int ThreadDepth = 20;

    public async ValueTask<Decision> DecideAsync(JournalEntry entry, MailContent content, CancellationToken cancellationToken)
    {
        AgentReply reply;
        using (var stream = content.OpenRead())
        {
            reply = AgentReplyJson.Read(stream);
        }

        var found = await tickets.FindAsync(TicketLookup.Of(reply.Ticket), cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return new VerdictDecision(JournalOutcome.Rejected, null, null, null, [Line("rejected", $"there is no ticket {reply.Ticket}")]);
        }

        var text = reply.Text.ReplaceLineEndings("\n").Trim();
        var change = new TicketChange
        {
            OperationId = entry.OperationId,
            TicketNumber = found[0].Number,
            Status = reply.Status,
            AddParticipants = [reply.Author],
            Entry = new NewTicketEntry(reply.Author, text)
            {
                At = entry.ReceivedAt,
                JournalId = entry.Id,
                Visibility = reply.IsInternal ? EntryVisibility.Internal : EntryVisibility.Public,
            },
        };
        var cause = new Cause(JournalOrigin.AgentReply, reply.Author, entry.Facts.MessageId)
        {
            Mailbox = entry.Mailbox,
            References = await ThreadOfAsync(found[0].Number, cancellationToken).ConfigureAwait(false),
            MayEcho = true,
            Text = text,
            IsInternal = reply.IsInternal,
        };
        return new ChangeDecision(change, cause, [Line("continue", $"an agent's answer to ticket {found[0].Number}")], []);
    }

    // The newest mails of the ticket, the oldest of them first: what clients thread by.
    private async ValueTask<IReadOnlyList<string>> ThreadOfAsync(string ticket, CancellationToken cancellationToken)
    {
        var rows = await store.Journal.FindAsync(new JournalQuery { Ticket = ticket, Limit = ThreadDepth }, cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Where(row => row is { Origin: JournalOrigin.Mail, Outcome: JournalOutcome.Created or JournalOutcome.Appended })
                .Select(row => row.Facts.MessageId)
                .Where(id => !id.EndsWith("@local>", StringComparison.Ordinal))
                .Reverse(),
        ];
    }

    private TraceLine Line(string verdict, string reason) => new("AgentReply", verdict, reason) { At = time.GetUtcNow() };
}
