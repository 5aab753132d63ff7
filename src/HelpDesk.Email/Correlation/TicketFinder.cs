using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>Looks tickets up, and follows those that were merged into others.</summary>
internal sealed class TicketFinder(ITicketStore tickets)
{
    // ITicketStore takes that many at once.
    private const int MaxAtOnce = 20;
    private const int MaxMerges = 10;

    /// <summary>The ticket behind each number, in their order; <see langword="null"/> for a number that no ticket has.</summary>
    public async IAsyncEnumerable<TicketSnapshot?> FindAsync(IEnumerable<string> numbers, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in numbers.Chunk(MaxAtOnce))
        {
            var lookup = new TicketLookup([.. some.Distinct(StringComparer.OrdinalIgnoreCase)]);
            var found = await tickets.FindAsync(lookup, cancellationToken).ConfigureAwait(false);
            foreach (var number in some)
            {
                var ticket = found.FirstOrDefault(ticket => ticket.Number.Equals(number, StringComparison.OrdinalIgnoreCase));
                yield return ticket?.MergedInto is { } into ? await FindAsync(into, cancellationToken).ConfigureAwait(false) : ticket;
            }
        }
    }

    /// <summary>The ticket behind a number, or <see langword="null"/>.</summary>
    public async ValueTask<TicketSnapshot?> FindAsync(string number, CancellationToken cancellationToken)
    {
        for (var merges = 0; merges < MaxMerges; merges++)
        {
            var found = await tickets.FindAsync(TicketLookup.Of(number), cancellationToken).ConfigureAwait(false);
            if (found.Count == 0 || found[0].MergedInto is null)
            {
                return found.Count == 0 ? null : found[0];
            }

            number = found[0].MergedInto!;
        }

        return null;
    }
}
