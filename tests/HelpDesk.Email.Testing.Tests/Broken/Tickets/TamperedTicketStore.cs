using System.Runtime.CompilerServices;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

internal sealed class TamperedTicketStore(InMemoryTicketStore inner, TicketTampering tampering) : ITicketStore, ITicketQueries
{
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) =>
        tampering.Find.CallAsync(lookup, passed => inner.FindAsync(passed, cancellationToken), cancellationToken);

    public ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        var token = tampering.IgnoresTokens ? CancellationToken.None : cancellationToken;
        return tampering.Apply.CallAsync(change, passed => inner.ApplyAsync(passed, token), token);
    }

    public IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, CancellationToken cancellationToken) => inner.ListAsync(limit, cancellationToken);

    public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        inner.OfRequesterAsync(requester, since, limit, cancellationToken);

    public async IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = new List<TicketEntry>();
        await foreach (var entry in inner.EntriesAsync(ticketNumber, cancellationToken))
        {
            entries.Add(entry);
        }

        foreach (var entry in tampering.Entries?.Invoke(entries) ?? entries)
        {
            yield return entry;
        }
    }
}
