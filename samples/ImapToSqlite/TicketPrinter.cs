using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.Logging;

namespace ImapToSqlite;

/// <summary>Says what became of mail; a real host tells its own people.</summary>
internal sealed class TicketPrinter(ILogger<TicketPrinter> log) : ITicketEventHandler<TicketCreated>, ITicketEventHandler<TicketUpdated>
{
    public Task HandleAsync(TicketCreated created, CancellationToken cancellationToken)
    {
        log.LogInformation("Ticket {Number} of {Requester}: {Subject}", created.Ticket.Number, created.Ticket.Requester.Address, created.Ticket.Subject);
        return Task.CompletedTask;
    }

    public Task HandleAsync(TicketUpdated updated, CancellationToken cancellationToken)
    {
        log.LogInformation("Ticket {Number} has something new, and is {Status}", updated.Ticket.Number, updated.Ticket.Status);
        return Task.CompletedTask;
    }
}
