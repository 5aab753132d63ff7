using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Decisions;

/// <summary>A step wants the row later.</summary>
/// <param name="Delay">After how long.</param>
/// <param name="IsWaiting">Whether it waits for another row.</param>
/// <param name="Trace">What the steps said.</param>
internal sealed record DeferDecision(TimeSpan Delay, bool IsWaiting, IReadOnlyList<TraceLine> Trace) : Decision(Trace);
