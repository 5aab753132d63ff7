using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Says what a mail does to a ticket.</summary>
[StepDescription("Decides whether the mail makes a ticket, joins one, opens it again, or is only recorded; and what a closed or locked ticket does.")]
public sealed class AdmitStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Decide(context));
    }

    private static StepVerdict Decide(InboundContext context)
    {
        var kind = context.Classification.Kind;
        if (context.Classification.IsReport || kind == MailKind.Loop)
        {
            return StepVerdict.Stop(JournalOutcome.Recorded, kind == MailKind.Loop ? "our own mail came back" : $"a report: {kind}");
        }

        if (context.Match is { } match)
        {
            return context.Classification.IsAutomatic ? AppendAutomatic(context, match.Ticket) : AppendHuman(context, match);
        }

        if (context.Classification.IsAutomatic && context.Settings.AutomaticMail == AutomaticMailPolicy.Ignore)
        {
            return StepVerdict.Ignore("automatic mail that belongs to no ticket; AutomaticMail is Ignore");
        }

        return Create(context, linkedTo: null, "makes a ticket");
    }

    private static StepVerdict AppendAutomatic(InboundContext context, TicketSnapshot ticket)
    {
        if (ticket.IsLocked)
        {
            return StepVerdict.Stop(JournalOutcome.Recorded, "automatic mail to a locked ticket");
        }

        var isNote = context.Classification.Kind is MailKind.AutoReply or MailKind.OutOfOffice;
        context.Change = new TicketChange
        {
            OperationId = context.Entry.OperationId,
            TicketNumber = ticket.Number,
            Entry = TicketEntries.From(context) with
            {
                Kind = isNote ? EntryKind.Note : EntryKind.Message,
                Visibility = isNote ? EntryVisibility.Internal : EntryVisibility.Public,
            },
        };
        return StepVerdict.Continue(isNote ? "joins the ticket as a note" : "joins the ticket");
    }

    private static StepVerdict AppendHuman(InboundContext context, TicketMatch match)
    {
        var ticket = match.Ticket;
        var policy = context.Settings.DepartmentOf(ticket.Department).ClosedTicketPolicy;
        if (ticket.IsLocked || (ticket.Status == TicketStatus.Closed && policy == ClosedTicketPolicy.Reject))
        {
            return StepVerdict.Reject(ticket.IsLocked ? "the ticket is locked" : "the ticket is closed; ClosedTicketPolicy is Reject", TemplateNames.RejectedByLock);
        }

        if (ticket.Status == TicketStatus.Closed && policy == ClosedTicketPolicy.NewTicket)
        {
            return Create(context, ticket.Number, $"makes a ticket linked to the closed {ticket.Number}");
        }

        var change = DraftedChange.With(
            new TicketChange
            {
                OperationId = context.Entry.OperationId,
                TicketNumber = ticket.Number,
                Status = StatusAfter(context, match),
                Entry = TicketEntries.From(context),
            },
            context.Draft);

        // What depends on the state of the ticket holds only for the state that was seen.
        context.Change = change.Status is null ? change : change with { ExpectedVersion = ticket.Version };
        return StepVerdict.Continue(ticket.Status == TicketStatus.Closed && change.Status is not (null or TicketStatus.Closed) ? "joins the ticket and opens it again" : "joins the ticket");
    }

    private static TicketStatus? StatusAfter(InboundContext context, TicketMatch match)
    {
        if (context.Sender.Role is not ContactRole.Requester)
        {
            return null;
        }

        return match.Ticket.Status switch
        {
            TicketStatus.Closed when context.Sender.HasAuthority || match.Candidate.Strength == MatchStrength.Signed => TicketStatus.Open,
            TicketStatus.Pending => TicketStatus.Open,
            _ => null,
        };
    }

    private static StepVerdict Create(InboundContext context, string? linkedTo, string reason)
    {
        var subject = context.Mail.Subject.Trim();
        context.Change = DraftedChange.With(
            new TicketChange
            {
                OperationId = context.Entry.OperationId,
                Subject = subject.Length > 0 ? subject : "(no subject)",
                Requester = context.Sender.Address,
                Department = context.Draft.Department ?? context.Mailbox.Department,
                LinkedTo = linkedTo,
                Entry = TicketEntries.From(context),
            },
            context.Draft);
        return StepVerdict.Continue(reason);
    }
}
