using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Decisions;

/// <summary>A decision that is committed before anything is done: something outside the mail store is changed.</summary>
/// <param name="Cause">What caused it: all that planning may know besides the result.</param>
/// <param name="Trace">What the steps said.</param>
/// <param name="Reservations">Keys that no other row may hold.</param>
internal abstract record CommittedDecision(Cause Cause, IReadOnlyList<TraceLine> Trace, IReadOnlyList<string> Reservations) : Decision(Trace);
