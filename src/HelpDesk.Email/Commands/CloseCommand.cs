using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Commands;

/// <summary><c>#close#</c>: the ticket is closed. Requesters close what they asked or take part in.</summary>
internal sealed class CloseCommand : ICommandHandler
{
    public IReadOnlyList<string> Names { get; } = ["close"];

    public ContactRole LeastRole => ContactRole.Requester;

    public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken) => ValueTask.FromResult(Close(context));

    private static CommandVerdict Close(CommandContext context)
    {
        var isRequester = context.Sender.Role == ContactRole.Requester;
        if (ContinuedTicket(context) is not { } ticket)
        {
            // A requester's mail that lost its ticket must not be made to one that nobody looks at. Technicians keep records of what is done.
            if (isRequester)
            {
                return CommandVerdict.Refused("the mail belongs to no open ticket");
            }
        }
        else if (isRequester && !TakesPart(ticket, context.Sender))
        {
            return CommandVerdict.Refused("the sender takes no part in the ticket");
        }

        context.Draft.Status = TicketStatus.Closed;
        return CommandVerdict.Done("the ticket is closed");
    }

    // A ticket that is closed and stays so, since the department wants a new one, is none to close.
    private static TicketSnapshot? ContinuedTicket(CommandContext context)
    {
        var ticket = context.Ticket;
        var policy = context.Inbound.Settings.DepartmentOf(ticket?.Department).ClosedTicketPolicy;
        return ticket?.Status == TicketStatus.Closed && policy == ClosedTicketPolicy.NewTicket ? null : ticket;
    }

    // Who only gets the updates of a ticket does not end it.
    private static bool TakesPart(TicketSnapshot ticket, SenderIdentity sender) =>
        ticket.Participants.Prepend(ticket.Requester).Any(sender.Is) || (ticket.Assignee is { } assignee && sender.Is(assignee));
}
