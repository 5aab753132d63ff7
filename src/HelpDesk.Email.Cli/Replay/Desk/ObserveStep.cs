using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>Stands first in the pipeline, and keeps what the others fill in: the journal has the trace alone.</summary>
[StepDescription("Keeps the mail for the replay's report; decides nothing.")]
internal sealed class ObserveStep(ObservedMails mails) : IInboundStep
{
    /// <summary>Its name in traces.</summary>
    public const string Name = "Observe";

    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        mails.Add(context);
        return ValueTask.FromResult(StepVerdict.Continue());
    }
}
