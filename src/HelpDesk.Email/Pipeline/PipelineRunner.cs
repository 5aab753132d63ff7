using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Pipeline;

/// <summary>Asks the steps in their order until one ends the run. Safe on any thread.</summary>
internal sealed class PipelineRunner
{
    private readonly IReadOnlyList<(string Name, IInboundStep Step)> _steps;
    private readonly TimeProvider _time;

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Every step enters the list through a generic method of InboundPipeline and is registered with its constructors.")]
    public PipelineRunner(InboundPipeline pipeline, IServiceProvider services, TimeProvider time)
    {
        _steps = [.. pipeline.Steps.Select(step =>
            (PipelineDescriptionExtensions.NameOf(step), (IInboundStep)ActivatorUtilities.GetServiceOrCreateInstance(services, step)))];
        _time = time;
    }

    public async ValueTask<PipelineResult> RunAsync(InboundContext context, StepInHand inHand, CancellationToken cancellationToken)
    {
        var trace = new List<TraceLine>(_steps.Count);
        StepVerdict verdict = StepVerdict.Continue();
        foreach (var (name, step) in _steps)
        {
            using var span = HelpDeskEmailDiagnostics.Source.StartActivity($"step {name}");
            inHand.Name = name;
            verdict = await step.EvaluateAsync(context, cancellationToken).ConfigureAwait(false);
            var word = Word(verdict);
            span?.SetTag("helpdesk_email.verdict", word);
            trace.Add(new TraceLine(name, word, verdict.Reason) { At = _time.GetUtcNow() });
            if (verdict is not ContinueVerdict)
            {
                break;
            }
        }

        return new PipelineResult(verdict, trace);
    }

    private static string Word(StepVerdict verdict) => verdict switch
    {
        ContinueVerdict => "continue",
        StopVerdict stop => stop.Outcome.ToString().ToLowerInvariant(),
        RejectVerdict => "reject",
        DeferVerdict => "defer",
        _ => throw new UnreachableException(),
    };
}
