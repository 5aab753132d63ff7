using HelpDesk.Email.Inbound;
using HelpDesk.Email.Records;

namespace HelpDesk.Email.Decisions;

/// <summary>Another record than a ticket is changed.</summary>
/// <param name="Change">How.</param>
/// <param name="Cause">What caused it.</param>
/// <param name="Trace">What the steps said.</param>
/// <param name="Reservations">Keys that no other row may hold.</param>
internal sealed record RecordDecision(RecordChange Change, Cause Cause, IReadOnlyList<TraceLine> Trace, IReadOnlyList<string> Reservations)
    : CommittedDecision(Cause, Trace, Reservations);
