namespace HelpDesk.Email.Tickets.Events;

/// <summary>Something that became of a ticket, told to the host after it was committed.</summary>
/// <param name="Id">The same for every telling of the same event: remember it to do a thing once.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Ticket">The ticket as it stood right after.</param>
public abstract record TicketEvent(Guid Id, DateTimeOffset At, TicketSnapshot Ticket);
