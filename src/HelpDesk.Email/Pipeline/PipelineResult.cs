using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Pipeline;

/// <summary>What the steps decided together.</summary>
/// <param name="Verdict">The verdict that ended the run; the last one when all continued.</param>
/// <param name="Trace">One line a step.</param>
internal sealed record PipelineResult(StepVerdict Verdict, IReadOnlyList<TraceLine> Trace);
