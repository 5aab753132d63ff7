using HelpDesk.Email.Decisions;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.AutoClose;

/// <summary>Decides about a ticket that nobody answered: it is closed, unless it is another one by now.</summary>
internal sealed class AutoCloseDecider(ITicketStore tickets, HostMailbox mailboxes, TimeProvider time)
{
    public async ValueTask<Decision> DecideAsync(JournalEntry entry, MailContent content, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        AutoCloseRequest request;
        using (var stream = content.OpenRead())
        {
            request = AutoCloseJson.Read(stream);
        }

        var found = await tickets.FindAsync(TicketLookup.Of(request.Ticket), cancellationToken).ConfigureAwait(false);
        if (found is not [{ Status: not TicketStatus.Closed, IsLocked: false } ticket] || ticket.Version != request.Version)
        {
            return new VerdictDecision(JournalOutcome.Ignored, found.Count > 0 ? found[0] : null, null, null, [Line("ignored", "the ticket changed since it was found silent: it is not closed")]);
        }

        var mailbox = await mailboxes.ChooseAsync(null, ticket, settings, cancellationToken).ConfigureAwait(false);
        var options = settings.MailboxOf(mailbox);
        var author = EmailAddress.TryCreate(options.Address, options.DisplayName, out var own) ? own : StandInSender.Address;
        var change = new TicketChange
        {
            OperationId = entry.OperationId,
            TicketNumber = ticket.Number,

            // Whoever answers while this is on its way is quicker.
            ExpectedVersion = request.Version,
            Status = TicketStatus.Closed,
            Entry = new NewTicketEntry(author, $"Closed by itself: nobody has written since {request.SilentSince:u}.")
            {
                At = entry.ReceivedAt,
                JournalId = entry.Id,
                Kind = EntryKind.Note,
                Visibility = EntryVisibility.Internal,
            },
        };
        var cause = new Cause(JournalOrigin.Timer, author, entry.Facts.MessageId)
        {
            Mailbox = mailbox,
            References = await mailboxes.ThreadOfAsync(ticket.Number, cancellationToken).ConfigureAwait(false),
            Before = new TicketPlace(ticket.Department, ticket.Category),
            MayEcho = true,
        };
        return new ChangeDecision(change, cause, [Line("continue", $"nobody has written to ticket {ticket.Number} since {request.SilentSince:u}")], []);
    }

    private TraceLine Line(string verdict, string reason) => new("AutoClose", verdict, reason) { At = time.GetUtcNow() };
}
