using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by prefix and number in the subject.</summary>
internal sealed class SubjectTagCorrelator : ITicketCorrelator
{
    private const int MaxTags = 10;

    public ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings.Correlation;
        IReadOnlyList<TicketCandidate> candidates = settings.MatchSubjectTag
            ? [.. TicketTags.Find(context.Mail.Subject, settings.SubjectTagPrefix).Take(MaxTags)
                .Select(number => new TicketCandidate(number, MatchStrength.Tag, $"subject tag {settings.SubjectTagPrefix}{number}"))]
            : [];
        return ValueTask.FromResult(candidates);
    }
}
