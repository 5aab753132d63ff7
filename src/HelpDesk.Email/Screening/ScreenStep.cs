using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Screening;

/// <summary>Says whether a mail is taken as it is.</summary>
[StepDescription("Sets aside what is over a limit, such as a subject of more than 400 characters.")]
public sealed class ScreenStep : IInboundStep
{
    /// <inheritdoc/>
    public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var length = context.Mail.Subject.Length;
        var limit = context.Settings.Limits.MaxSubjectLength;
        return ValueTask.FromResult(length > limit
            ? StepVerdict.Quarantine($"the subject has {length} characters; Limits:MaxSubjectLength is {limit}")
            : StepVerdict.Continue());
    }
}
