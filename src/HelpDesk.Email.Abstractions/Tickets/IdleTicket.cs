namespace HelpDesk.Email.Tickets;

/// <summary>A ticket to which nobody has written for a while.</summary>
/// <param name="Ticket">The ticket as it stands.</param>
/// <param name="LastMessage">The last message that everybody may read. Its files can be left out.</param>
public sealed record IdleTicket(TicketSnapshot Ticket, TicketEntry LastMessage);
