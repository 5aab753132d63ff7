using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>Says which ticket a mail belongs to.</summary>
[StepDescription("Finds the ticket: by signed token, then by Message-ID, then by number, then by subject; a stranger joins no ticket by a number.")]
public sealed class CorrelateStep : IInboundStep
{
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(200);

    private readonly IReadOnlyList<ITicketCorrelator> _correlators;
    private readonly TicketFinder _tickets;
    private readonly ExternalTickets _external;
    private readonly ExternalNumberQueue _queue;

    /// <summary>Makes the step.</summary>
    /// <param name="correlators">Asked in their order.</param>
    /// <param name="tickets">Where the tickets are.</param>
    /// <param name="store">Remembers the numbers of other ticket systems.</param>
    /// <param name="time">Says how long a mail has waited for another one.</param>
    public CorrelateStep(IEnumerable<ITicketCorrelator> correlators, ITicketStore tickets, IMailStore store, TimeProvider time)
    {
        _correlators = [.. correlators];
        _tickets = new TicketFinder(tickets);
        _external = new ExternalTickets(store, _tickets);
        _queue = new ExternalNumberQueue(store, time);
    }

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var search = new TicketSearch(context);
        if (search.External is { } number)
        {
            if (await _queue.IsAnotherAheadAsync(context, number, cancellationToken).ConfigureAwait(false))
            {
                return StepVerdict.Wait(WaitStep, $"another mail with {number} is not finished");
            }

            var (open, freeKey) = await _external.FindAsync(number, cancellationToken).ConfigureAwait(false);
            search.Remember(open, freeKey);
        }

        foreach (var correlator in _correlators)
        {
            search.Add(await correlator.FindCandidatesAsync(context, cancellationToken).ConfigureAwait(false));
        }

        var candidates = search.Candidates;
        var asked = 0;
        await foreach (var ticket in _tickets.FindAsync(candidates.Select(candidate => candidate.TicketNumber), cancellationToken).ConfigureAwait(false))
        {
            if (search.TryJoin(candidates[asked++], ticket))
            {
                break;
            }
        }

        return search.Conclude();
    }
}
