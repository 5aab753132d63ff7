using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>A ticket that stands there before the first step.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Entries">Its entries, the oldest first.</param>
/// <param name="MessageIds">The Message-IDs of its mails, in and out.</param>
internal sealed record ScenarioTicket(TicketSnapshot Ticket, IReadOnlyList<TicketEntry> Entries, IReadOnlyList<string> MessageIds);
