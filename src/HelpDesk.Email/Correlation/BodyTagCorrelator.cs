using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>Finds the ticket by prefix and number in what a reader of the body sees, or by a keyword there.</summary>
internal sealed class BodyTagCorrelator : ITicketCorrelator
{
    private const string Place = "body";

    public ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var settings = context.Settings.Correlation;
        if (!settings.MatchBodyTag && !settings.MatchKeyword)
        {
            return ValueTask.FromResult<IReadOnlyList<TicketCandidate>>([]);
        }

        // A keyword begins with a bracket.
        var texts = (settings.MatchBodyTag ? VisibleTexts.Of(context.Mail) : VisibleTexts.WithBracket(context.Mail)).ToList();
        var tags = settings.MatchBodyTag ? texts.SelectMany(text => TagCandidates.ByTag(text, settings, Place)) : [];
        return ValueTask.FromResult<IReadOnlyList<TicketCandidate>>([.. tags, .. texts.SelectMany(text => TagCandidates.ByKeyword(text, settings, Place))]);
    }
}
