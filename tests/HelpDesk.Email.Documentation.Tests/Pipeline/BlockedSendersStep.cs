using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Documentation.Tests.Pipeline;

#region pipeline-step
[StepDescription("Sets aside what people of blocked domains write.")]
internal sealed class BlockedSendersStep(BlockedDomains blocked) : IInboundStep
{
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        // A report about a mail of ours must find its way, whoever sends it.
        var isBlocked = !context.Classification.IsReport && blocked.Names.Contains(context.Sender.Address.Domain);
        return ValueTask.FromResult(isBlocked
            ? StepVerdict.Ignore("the sender's domain is blocked")
            : StepVerdict.Continue());
    }
}

internal sealed record BlockedDomains(IReadOnlySet<string> Names);
#endregion
