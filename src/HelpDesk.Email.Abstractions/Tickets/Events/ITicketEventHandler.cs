namespace HelpDesk.Email.Tickets.Events;

/// <summary>The host's reaction to an event.</summary>
/// <remarks>
/// Called after the commit, at least once, in the order of each ticket's events, never twice at the same time for the same
/// event. An exception makes it be called again later, with growing distance.
/// </remarks>
/// <typeparam name="TEvent">Which event.</typeparam>
public interface ITicketEventHandler<in TEvent>
    where TEvent : TicketEvent
{
    /// <summary>Reacts.</summary>
    Task HandleAsync(TEvent ticketEvent, CancellationToken cancellationToken);
}
