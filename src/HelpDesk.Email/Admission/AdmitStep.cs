using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Says what a mail does to a ticket.</summary>
[StepDescription("Decides whether the mail makes a ticket, joins one, opens it again, or is only recorded; who may start a ticket, whom the mail brings to it, and what a closed or locked ticket does.")]
public sealed class AdmitStep : IInboundStep
{
    private readonly TicketPeople _people;

    /// <summary>Makes the step.</summary>
    /// <param name="mailboxes">Whose addresses are our own.</param>
    public AdmitStep(IMailboxCatalog mailboxes) => _people = new TicketPeople(mailboxes);

    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Decide(context));
    }

    private StepVerdict Decide(InboundContext context)
    {
        var kind = context.Classification.Kind;
        if (context.Classification.IsReport || kind == MailKind.Loop)
        {
            return StepVerdict.Stop(JournalOutcome.Recorded, kind == MailKind.Loop ? "our own mail came back" : $"a report: {kind}");
        }

        if (context.Match is { } match)
        {
            return context.Classification.IsAutomatic || context.Classification.IsMeeting ? AppendAutomatic(context, match) : AppendHuman(context, match);
        }

        if (context.Classification.IsAutomatic && context.Settings.AutomaticMail == AutomaticMailPolicy.Ignore)
        {
            return StepVerdict.Ignore("automatic mail that belongs to no ticket; AutomaticMail is Ignore");
        }

        var department = context.Draft.Department ?? context.Mailbox.Department;
        return TicketStart.WhyNot(context, department) ?? Create(context, department, linkedTo: null, "makes a ticket");
    }

    private StepVerdict AppendAutomatic(InboundContext context, TicketMatch match)
    {
        var ticket = match.Ticket;
        if (ticket.IsLocked)
        {
            return StepVerdict.Stop(JournalOutcome.Recorded, "automatic mail to a locked ticket");
        }

        var isNote = context.Classification.AwaitsNoAnswer;
        var reopens = TicketStatusRule.IsReopenedByProgram(context, match);
        var change = Drafted(
            context,
            new TicketChange
            {
                OperationId = context.Entry.OperationId,
                TicketNumber = ticket.Number,
                Status = reopens ? TicketStatus.Open : null,
                Entry = TicketEntries.From(context) with
                {
                    Kind = isNote ? EntryKind.Note : EntryKind.Message,
                    Visibility = isNote ? EntryVisibility.Internal : EntryVisibility.Public,
                },
            });
        context.Change = change.Status is null ? change : change with { ExpectedVersion = ticket.Version };
        return StepVerdict.Continue(isNote ? "joins the ticket as a note" : reopens ? "joins the ticket and opens it again" : "joins the ticket");
    }

    private StepVerdict AppendHuman(InboundContext context, TicketMatch match)
    {
        var ticket = match.Ticket;
        var policy = context.Settings.DepartmentOf(ticket.Department).ClosedTicketPolicy;
        if (ticket.IsLocked || (ticket.Status == TicketStatus.Closed && policy == ClosedTicketPolicy.Reject))
        {
            return StepVerdict.Reject(
                ticket.IsLocked ? "the ticket is locked" : $"the ticket is closed; Departments:{ticket.Department}:ClosedTicketPolicy is Reject",
                TemplateNames.RejectedByLock);
        }

        if (ticket.Status == TicketStatus.Closed && policy == ClosedTicketPolicy.NewTicket)
        {
            // A reply, whatever it makes: who may start a ticket is not asked.
            var department = context.Draft.Department ?? context.Mailbox.Department ?? ticket.Department;
            return Create(context, department, ticket.Number, $"makes a ticket linked to the closed {ticket.Number}");
        }

        var change = Drafted(
            context,
            new TicketChange
            {
                OperationId = context.Entry.OperationId,
                TicketNumber = ticket.Number,
                Status = TicketStatusRule.AfterReply(context, match),
                Entry = TicketEntries.From(context),
                AddParticipants = TicketPeople.ParticipantsOfReply(context, match),
                AddSubscribers = _people.SubscribersOfReply(context, match),
            });

        // What depends on the state of the ticket holds only for the state that was seen.
        context.Change = change.Status is null ? change : change with { ExpectedVersion = ticket.Version };
        return StepVerdict.Continue(ticket.Status == TicketStatus.Closed && change.Status is not (null or TicketStatus.Closed) ? "joins the ticket and opens it again" : "joins the ticket");
    }

    private StepVerdict Create(InboundContext context, string? department, string? linkedTo, string reason)
    {
        var subject = (context.Draft.Subject ?? context.Mail.Subject).Trim();
        context.Change = Drafted(
            context,
            new TicketChange
            {
                OperationId = context.Entry.OperationId,
                Subject = subject.Length > 0 ? subject : "(no subject)",
                Requester = context.Draft.Requester ?? context.Sender.Address,
                Department = department,
                LinkedTo = linkedTo,
                Entry = TicketEntries.From(context) with { Kind = context.Classification.AwaitsNoAnswer ? EntryKind.Note : EntryKind.Message },
                AddSubscribers = _people.SubscribersOfNew(context),
            });
        return StepVerdict.Continue(reason);
    }

    private TicketChange Drafted(InboundContext context, TicketChange change)
    {
        var drafted = DraftedChange.With(change, context.Draft);
        return drafted with { AddSubscribers = _people.WithoutOwn(drafted.AddSubscribers, context.Settings) };
    }
}
