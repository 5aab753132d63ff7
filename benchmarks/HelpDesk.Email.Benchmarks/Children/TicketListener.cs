using HelpDesk.Email.Tickets.Events;

namespace HelpDesk.Email.Benchmarks.Children;

/// <summary>Hears of tickets; made anew for each event.</summary>
internal sealed class TicketListener(TicketCount count) : ITicketEventHandler<TicketCreated>, ITicketEventHandler<TicketUpdated>
{
    public Task HandleAsync(TicketCreated created, CancellationToken cancellationToken) => AddAsync();

    public Task HandleAsync(TicketUpdated updated, CancellationToken cancellationToken) => AddAsync();

    private Task AddAsync()
    {
        count.Add();
        return Task.CompletedTask;
    }
}
