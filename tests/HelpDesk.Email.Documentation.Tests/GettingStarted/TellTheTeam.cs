using HelpDesk.Email.Tickets.Events;

internal sealed class TellTheTeam(ILogger<TellTheTeam> log) : ITicketEventHandler<TicketCreated>
{
    public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken)
    {
        log.LogInformation("Event {Id}: ticket {Number} is waiting for somebody.", ticketEvent.Id, ticketEvent.Ticket.Number);
        return Task.CompletedTask;
    }
}
