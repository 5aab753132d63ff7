using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by prefix and number in the subject, or by a keyword there.</summary>
internal sealed class SubjectTagCorrelator : ITicketCorrelator
{
    private const string Place = "subject";

    public ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var settings = context.Settings.Correlation;
        var tags = settings.MatchSubjectTag ? TagCandidates.ByTag(context.Mail.Subject, settings, Place) : [];
        return ValueTask.FromResult<IReadOnlyList<TicketCandidate>>([.. tags, .. TagCandidates.ByKeyword(context.Mail.Subject, settings, Place)]);
    }
}
