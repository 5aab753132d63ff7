using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>The ticket that a mail belongs to.</summary>
/// <param name="Ticket">The ticket as it stood when it was looked up.</param>
/// <param name="Candidate">Why it is this one.</param>
public sealed record TicketMatch(TicketSnapshot Ticket, TicketCandidate Candidate);
