using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>A change of a ticket as it was made.</summary>
/// <param name="Change">What was asked for.</param>
/// <param name="Before">The ticket before it; <see langword="null"/> when it was made.</param>
/// <param name="After">The ticket after it.</param>
internal sealed record RecordedChange(TicketChange Change, TicketSnapshot? Before, TicketSnapshot After);
