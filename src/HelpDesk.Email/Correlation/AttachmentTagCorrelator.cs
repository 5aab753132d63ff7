using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by prefix and number in text attachments and attached mails.</summary>
internal sealed class AttachmentTagCorrelator : ITicketCorrelator
{
    public ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings.Correlation;
        IReadOnlyList<TicketCandidate> candidates = settings.MatchAttachmentTag && context.Mail.Attachments.Count > 0
            ? [.. AttachedTexts.Read(context, cancellationToken).SelectMany(text => TagCandidates.ByTag(text, settings, "attachment"))]
            : [];
        return ValueTask.FromResult(candidates);
    }
}
