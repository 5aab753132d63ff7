namespace HelpDesk.Email.Tickets.Events;

/// <summary>A ticket got an entry.</summary>
/// <param name="Id">The same for every telling.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Ticket">The ticket right after.</param>
/// <param name="EntryId">The entry, as the ticket store named it, or <see langword="null"/>.</param>
/// <param name="Reopened">Whether the ticket was closed before.</param>
public sealed record TicketUpdated(Guid Id, DateTimeOffset At, TicketSnapshot Ticket, string? EntryId, bool Reopened)
    : TicketEvent(Id, At, Ticket);
