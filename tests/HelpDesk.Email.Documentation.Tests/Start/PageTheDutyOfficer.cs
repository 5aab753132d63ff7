using HelpDesk.Email.Tickets.Events;

namespace HelpDesk.Email.Documentation.Tests.Start;

#region event-handler
internal sealed class PageTheDutyOfficer(IPager pager) : ITicketEventHandler<TicketCreated>
{
    public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken) =>
        pager.PageAsync(key: ticketEvent.Id, $"New ticket {ticketEvent.Ticket.Number}", cancellationToken);
}
#endregion
