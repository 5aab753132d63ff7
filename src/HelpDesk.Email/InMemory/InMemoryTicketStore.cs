using System.Runtime.CompilerServices;
using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.InMemory.Tickets;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.InMemory;

/// <summary>Tickets that live as long as the process: for tests and trials.</summary>
/// <remarks>
/// Follows every rule of <see cref="ITicketStore"/> and remembers results for ever. Attachments of more than 1 MB lie in
/// temporary files until the store is disposed. Safe on any thread.
/// </remarks>
public sealed class InMemoryTicketStore : ITicketStore, ITicketQueries, IDisposable
{
    private readonly Lock _gate = new();
    private readonly OctetStore _octets = new();
    private readonly TicketTable _tickets;

    /// <summary>Makes an empty store.</summary>
    /// <param name="clock">Says when a ticket was made.</param>
    /// <param name="options">How tickets are numbered; <see langword="null"/> for the defaults.</param>
    public InMemoryTicketStore(TimeProvider clock, InMemoryTicketStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        options ??= new InMemoryTicketStoreOptions();
        _tickets = new TicketTable(new TicketNumbers(options.NumberPrefix, options.FirstNumber), clock, _octets);
    }

    /// <summary>Puts a ticket in as it is, with its entries, as if the host had made it.</summary>
    /// <remarks>A ticket without <see cref="TicketSnapshot.Version"/> gets one.</remarks>
    /// <exception cref="ArgumentException">The number is taken.</exception>
    public void Add(TicketSnapshot ticket, params IReadOnlyList<TicketEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            if (_tickets.Get(ticket.Number) is not null)
            {
                throw new ArgumentException($"There is a ticket '{ticket.Number}' already.", nameof(ticket));
            }

            _tickets.Insert(new TicketRow(ticket)).Entries.AddRange(entries);
        }
    }

    /// <summary>Changes a ticket as the host would (locks it, assigns it, merges it); its version changes with it.</summary>
    /// <param name="ticketNumber">Which ticket.</param>
    /// <param name="change">Makes the new ticket of the old one. Runs under the store's lock.</param>
    /// <returns>The ticket as it stands now.</returns>
    /// <exception cref="ArgumentException">There is no such ticket, or the change gave it another number.</exception>
    public TicketSnapshot Change(string ticketNumber, Func<TicketSnapshot, TicketSnapshot> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            if (_tickets.Get(ticketNumber) is not { } row)
            {
                throw new ArgumentException($"There is no ticket '{ticketNumber}'.", nameof(ticketNumber));
            }

            var changed = change(row.Snapshot);
            if (changed.Number != row.Snapshot.Number)
            {
                throw new ArgumentException("A ticket keeps its number.", nameof(change));
            }

            row.Set(changed, _tickets.Now);
            return row.Snapshot;
        }
    }

    /// <summary>Works on the tickets under the store's lock.</summary>
    internal T Under<T>(Func<TicketTable, T> work)
    {
        lock (_gate)
        {
            return work(_tickets);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IReadOnlyList<TicketSnapshot> found =
            [
                .. lookup.Numbers
                    .Select(_tickets.Get)
                    .OfType<TicketRow>()
                    .Distinct()
                    .Select(row => row.Snapshot),
            ];
            return ValueTask.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        List<HeldContent> staged = [];
        try
        {
            if (!change.IsEmpty && change.Entry is { Attachments.Count: > 0 } entry && Recorded(change.OperationId) is null)
            {
                foreach (var attachment in entry.Attachments)
                {
                    var stream = attachment.Open();
                    await using (stream.ConfigureAwait(false))
                    {
                        staged.Add(await OctetStore.CopyAsync(stream, cancellationToken).ConfigureAwait(false));
                    }
                }
            }

            lock (_gate)
            {
                return _tickets.Apply(change, staged);
            }
        }
        finally
        {
            _octets.Drop(staged);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TicketSnapshot[] tickets;
        lock (_gate)
        {
            tickets = [.. _tickets.Youngest.Take(limit).Select(row => row.Snapshot)];
        }

        foreach (var ticket in tickets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ticket;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IReadOnlyList<TicketSnapshot> found =
            [
                .. _tickets.Youngest
                    .Select(row => row.Snapshot)
                    .Where(ticket => ticket.Requester.Equals(requester) && ticket.Created >= since)
                    .Take(limit),
            ];
            return ValueTask.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TicketEntry[] entries;
        lock (_gate)
        {
            entries = [.. _tickets.Get(ticketNumber)?.Entries ?? []];
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IdleTicket> IdleSinceAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IdleTicket[] idle;
        lock (_gate)
        {
            idle =
            [
                .. _tickets.Youngest
                    .Where(row => row.Snapshot is { Status: not TicketStatus.Closed, IsLocked: false, MergedInto: null } && row.LastMessage is { } last && last.At < before)
                    .Select(row => new IdleTicket(row.Snapshot, row.LastMessage!))
                    .OrderBy(each => each.LastMessage.At),
            ];
        }

        foreach (var each in idle)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return each;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(DateTimeOffset after, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TicketSnapshot[] closed;
        lock (_gate)
        {
            closed =
            [
                .. _tickets.Youngest
                    .Select(row => row.Snapshot)
                    .Where(ticket => ticket is { Status: TicketStatus.Closed, ClosedAt: { } at } && at > after && at <= until)
                    .OrderBy(ticket => ticket.ClosedAt),
            ];
        }

        foreach (var ticket in closed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ticket;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>Lets all octets go; attachments can't be opened any more.</summary>
    public void Dispose() => _octets.Dispose();

    private ApplyResult? Recorded(Guid operationId)
    {
        lock (_gate)
        {
            return _tickets.Recorded(operationId);
        }
    }
}
