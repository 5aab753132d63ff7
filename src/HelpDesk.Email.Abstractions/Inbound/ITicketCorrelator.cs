namespace HelpDesk.Email.Inbound;

/// <summary>Gives the tickets that a mail may belong to; the engine picks. Safe on any thread.</summary>
/// <remarks>Correlators are asked in the order of their registration; at equal strength the earlier candidate wins.</remarks>
public interface ITicketCorrelator
{
    /// <summary>The candidates, the best first; none is the ordinary case.</summary>
    ValueTask<IReadOnlyList<TicketCandidate>> FindCandidatesAsync(InboundContext context, CancellationToken cancellationToken);
}
