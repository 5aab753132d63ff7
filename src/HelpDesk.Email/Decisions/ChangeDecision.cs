using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>A ticket is changed.</summary>
/// <param name="Change">How.</param>
/// <param name="Cause">What caused it: all that planning may know besides the ticket store's result.</param>
/// <param name="Trace">What the steps said.</param>
/// <param name="Reservations">Keys that no other row may hold.</param>
internal sealed record ChangeDecision(TicketChange Change, Cause Cause, IReadOnlyList<TraceLine> Trace, IReadOnlyList<string> Reservations)
    : CommittedDecision(Cause, Trace, Reservations);
