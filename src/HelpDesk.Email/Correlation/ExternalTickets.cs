using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Correlation;

/// <summary>Remembers which tickets were made with a number of another system.</summary>
internal sealed class ExternalTickets(IMailStore store, TicketFinder tickets)
{
    // Of the older ones none is open any more, or somebody opened it by hand.
    private const int MostLookedAt = 20;

    /// <summary>The ticket that is open, or none; and the key under which the next one is remembered.</summary>
    /// <returns>No ticket where none is open; no key where the number was used as often as it may.</returns>
    public async ValueTask<(TicketSnapshot? Open, string? FreeKey)> FindAsync(ExternalNumber number, CancellationToken cancellationToken)
    {
        var keys = number.Keys;
        var known = await store.MessageIndex.FindAsync(keys, cancellationToken).ConfigureAwait(false);
        var byKey = known.ToDictionary(message => message.MessageId, message => message.Ticket, StringComparer.Ordinal);
        var made = keys.TakeWhile(byKey.ContainsKey).Select(key => byKey[key]).ToList();
        var youngest = Enumerable.Reverse(made).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostLookedAt);
        TicketSnapshot? open = null;
        await foreach (var ticket in tickets.FindAsync(youngest, cancellationToken).ConfigureAwait(false))
        {
            open ??= ticket is { Status: not TicketStatus.Closed } ? ticket : null;
        }

        return (open, made.Count < keys.Count ? keys[made.Count] : null);
    }
}
