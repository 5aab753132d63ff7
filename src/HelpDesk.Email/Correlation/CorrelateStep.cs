using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>Says which ticket a mail belongs to.</summary>
[StepDescription("Finds the ticket: by signed token, then by Message-ID, then by number; a stranger joins no ticket by a number.")]
public sealed class CorrelateStep : IInboundStep
{
    private const int MaxMerges = 10;

    private readonly IReadOnlyList<ITicketCorrelator> _correlators;
    private readonly ITicketStore _tickets;

    /// <summary>Makes the step.</summary>
    /// <param name="correlators">Asked in their order.</param>
    /// <param name="tickets">Where the tickets are.</param>
    public CorrelateStep(IEnumerable<ITicketCorrelator> correlators, ITicketStore tickets)
    {
        _correlators = [.. correlators];
        _tickets = tickets;
    }

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        foreach (var candidate in await FindCandidatesAsync(context, cancellationToken).ConfigureAwait(false))
        {
            if (await FindTicketAsync(candidate.TicketNumber, cancellationToken).ConfigureAwait(false) is not { } ticket)
            {
                refused.Add($"{candidate.Evidence}: no such ticket");
                continue;
            }

            if (WhyNot(context, candidate, ticket) is { } reason)
            {
                refused.Add($"{candidate.Evidence}: {reason}");
                continue;
            }

            context.Match = new TicketMatch(ticket, candidate);
            context.Evidence.Add(candidate.Evidence);
            RaiseTrust(context, candidate);
            return StepVerdict.Continue($"ticket {ticket.Number} by {candidate.Evidence}");
        }

        return StepVerdict.Continue(refused.Count == 0 ? "no ticket" : $"no ticket ({string.Join("; ", refused)})");
    }

    private async ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var candidates = new List<TicketCandidate>();
        foreach (var correlator in _correlators)
        {
            candidates.AddRange(await correlator.FindCandidatesAsync(context, cancellationToken).ConfigureAwait(false));
        }

        // Stable: at equal strength the order of the correlators decides.
        return [.. candidates.OrderByDescending(candidate => candidate.Strength)];
    }

    private async ValueTask<TicketSnapshot?> FindTicketAsync(string number, CancellationToken cancellationToken)
    {
        for (var merges = 0; merges < MaxMerges; merges++)
        {
            var found = await _tickets.FindAsync(TicketLookup.Of(number), cancellationToken).ConfigureAwait(false);
            if (found.Count == 0 || found[0].MergedInto is null)
            {
                return found.Count == 0 ? null : found[0];
            }

            number = found[0].MergedInto!;
        }

        return null;
    }

    private static string? WhyNot(InboundContext context, TicketCandidate candidate, TicketSnapshot ticket)
    {
        // A report comes from a server that belongs to no ticket; it only tells something.
        if (candidate.Strength == MatchStrength.Signed || context.Classification.IsReport)
        {
            return null;
        }

        var belongs = context.Sender.BelongsTo(ticket) || context.Sender.IsTechnician;
        if (candidate.Strength == MatchStrength.Tag)
        {
            if (context.Settings.Correlation.TrustSubjectTagFrom == TagTrust.Anyone)
            {
                return null;
            }

            if (!context.Sender.IsVouchedFor)
            {
                return $"the sender is {context.Sender.Trust}, and a number alone is no proof";
            }
        }

        return belongs ? null : "the sender does not belong to the ticket";
    }

    private static void RaiseTrust(InboundContext context, TicketCandidate candidate)
    {
        if (candidate.MadeForSender && context.Sender.Trust is SenderTrust.NotEvaluated or SenderTrust.Unverified)
        {
            context.Sender = context.Sender with { Trust = SenderTrust.Proven };
        }
    }
}
