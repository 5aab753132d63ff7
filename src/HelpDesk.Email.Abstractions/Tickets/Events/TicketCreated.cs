namespace HelpDesk.Email.Tickets.Events;

/// <summary>A ticket was made.</summary>
public sealed record TicketCreated(Guid Id, DateTimeOffset At, TicketSnapshot Ticket) : TicketEvent(Id, At, Ticket);
