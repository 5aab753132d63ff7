using System.Collections.Concurrent;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>The ticket store as a process has it that may die within a change.</summary>
/// <param name="inner">The store.</param>
/// <param name="death">The end of the process.</param>
/// <param name="made">The numbers of the tickets that the store says it made.</param>
internal sealed class WatchedTicketStore(ITicketStore inner, Death death, ConcurrentDictionary<string, bool> made) : ITicketStore
{
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => inner.FindAsync(lookup, cancellationToken);

    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        try
        {
            var result = await inner.ApplyAsync(Mortal(change), cancellationToken).ConfigureAwait(false);
            if (result is { Created: true, Ticket: { } ticket })
            {
                made[ticket.Number] = true;
            }

            return result;
        }
        catch (Exception) when (death.IsStopped)
        {
            // The engine never hears of it.
            await death.HangAsync().ConfigureAwait(false);
            throw;
        }
    }

    private TicketChange Mortal(TicketChange change) => change.Entry is { } entry
        ? change with { Entry = entry with { Attachments = [.. entry.Attachments.Select(file => file with { Open = () => new MortalFile(file.Open(), death) })] } }
        : change;
}
