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

    public async IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = await inner.ListAsync(tampering.List is null ? limit : int.MaxValue, cancellationToken).ToListAsync(cancellationToken);
        foreach (var ticket in tampering.List?.Invoke(listed) ?? listed)
        {
            yield return ticket;
        }
    }

    public async ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(string ticketNumber, int limit, CancellationToken cancellationToken)
    {
        var entries = await inner.EntriesAsync(ticketNumber, cancellationToken).ToListAsync(cancellationToken);
        return [.. tampering.Newest?.Invoke(entries, limit) ?? entries.TakeLast(limit)];
    }

    public async ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var found = await inner.OfRequesterAsync(requester, since, limit, cancellationToken);
        return [.. tampering.OfRequester?.Invoke(found) ?? found];
    }

    public async IAsyncEnumerable<IdleTicket> IdleSinceAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var idle = await inner.IdleSinceAsync(tampering.Before?.Invoke(before) ?? before, cancellationToken).ToListAsync(cancellationToken);
        foreach (var each in tampering.Idle?.Invoke(idle) ?? idle)
        {
            yield return each;
        }
    }

    public async IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(DateTimeOffset after, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var closed = await inner.ClosedBetweenAsync(after, until, cancellationToken).ToListAsync(cancellationToken);
        foreach (var each in tampering.Closed?.Invoke(closed) ?? closed)
        {
            yield return each;
        }
    }

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
