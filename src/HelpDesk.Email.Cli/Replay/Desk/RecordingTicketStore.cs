using System.Collections.Concurrent;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>The tickets in memory, with a book of what was changed. Safe on any thread.</summary>
internal sealed class RecordingTicketStore(InMemoryTicketStore tickets) : ITicketStore, ITicketQueries
{
    private readonly ConcurrentDictionary<Guid, RecordedChange> _changes = new();

    /// <summary>What an operation did, or <see langword="null"/> when it did nothing.</summary>
    public RecordedChange? ChangeOf(Guid operationId) => _changes.GetValueOrDefault(operationId);

    /// <summary>The ticket that a ticket was made after, or <see langword="null"/>.</summary>
    public string? LinkOf(string ticket) =>
        _changes.Values.FirstOrDefault(change => change.Before is null && change.After.Number == ticket)?.Change.LinkedTo;

    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) =>
        tickets.FindAsync(lookup, cancellationToken);

    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var lookup = new TicketLookup(change.TicketNumber is { } number ? [number] : []);
        var found = await tickets.FindAsync(lookup, cancellationToken).ConfigureAwait(false);
        var result = await tickets.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
        if (!change.IsEmpty && result is { Status: ApplyStatus.Applied, Ticket: { } after })
        {
            _changes.TryAdd(change.OperationId, new RecordedChange(change, found.Count > 0 ? found[0] : null, after));
        }

        return result;
    }

    public IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, CancellationToken cancellationToken) => tickets.ListAsync(limit, cancellationToken);

    public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        tickets.OfRequesterAsync(requester, since, limit, cancellationToken);

    public IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, CancellationToken cancellationToken) => tickets.EntriesAsync(ticketNumber, cancellationToken);

    public IAsyncEnumerable<IdleTicket> IdleSinceAsync(DateTimeOffset before, CancellationToken cancellationToken) => tickets.IdleSinceAsync(before, cancellationToken);

    public IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
        tickets.ClosedBetweenAsync(after, until, cancellationToken);
}
