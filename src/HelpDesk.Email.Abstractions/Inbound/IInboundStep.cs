namespace HelpDesk.Email.Inbound;

/// <summary>One verb in the pipeline: looks at a mail, decides, and writes nothing.</summary>
/// <remarks>
/// One instance serves all mails, several at once. An exception counts as an attempt of the mail, except a
/// <see cref="Messages.HelpDeskEmailException"/> that is transient, which defers it without counting.
/// </remarks>
public interface IInboundStep
{
    /// <summary>Decides.</summary>
    ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken);
}
