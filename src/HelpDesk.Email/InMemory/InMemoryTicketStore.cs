using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.InMemory.Tickets;
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
    private readonly TimeProvider _clock;
    private readonly string _prefix;
    private readonly OctetStore _octets = new();
    private readonly List<TicketRow> _rows = [];
    private readonly Dictionary<string, TicketRow> _byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, ApplyResult> _results = [];
    private long _nextNumber;

    /// <summary>Makes an empty store.</summary>
    /// <param name="clock">Says when a ticket was made.</param>
    /// <param name="options">How tickets are numbered; <see langword="null"/> for the defaults.</param>
    public InMemoryTicketStore(TimeProvider clock, InMemoryTicketStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        options ??= new InMemoryTicketStoreOptions();
        _clock = clock;
        _prefix = options.NumberPrefix;
        _nextNumber = options.FirstNumber;
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
            if (_byNumber.ContainsKey(ticket.Number))
            {
                throw new ArgumentException($"There is a ticket '{ticket.Number}' already.", nameof(ticket));
            }

            Insert(new TicketRow(ticket)).Entries.AddRange(entries);
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
            if (!_byNumber.TryGetValue(ticketNumber, out var row))
            {
                throw new ArgumentException($"There is no ticket '{ticketNumber}'.", nameof(ticketNumber));
            }

            var changed = change(row.Snapshot);
            if (changed.Number != row.Snapshot.Number)
            {
                throw new ArgumentException("A ticket keeps its number.", nameof(change));
            }

            row.Set(changed);
            return row.Snapshot;
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
                    .Select(number => _byNumber.GetValueOrDefault(number))
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
                return Apply(change, staged);
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
            tickets = [.. Enumerable.Reverse(_rows).Take(limit).Select(row => row.Snapshot)];
        }

        foreach (var ticket in tickets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ticket;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TicketEntry[] entries;
        lock (_gate)
        {
            entries = _byNumber.TryGetValue(ticketNumber, out var row) ? [.. row.Entries] : [];
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>Lets all octets go; attachments can't be opened any more.</summary>
    public void Dispose() => _octets.Dispose();

    private ApplyResult? Recorded(Guid operationId)
    {
        lock (_gate)
        {
            return _results.GetValueOrDefault(operationId);
        }
    }

    private ApplyResult Apply(TicketChange change, List<HeldContent> staged)
    {
        if (_results.TryGetValue(change.OperationId, out var recorded))
        {
            return recorded;
        }

        if (change.IsEmpty)
        {
            return Record(change, ApplyResult.Void);
        }

        var before = default(TicketSnapshot);
        TicketRow row;
        if (change.TicketNumber is null)
        {
            row = Insert(new TicketRow(TicketTransitions.Create(change, NextNumber(), _clock.GetUtcNow())));
        }
        else if (_byNumber.TryGetValue(change.TicketNumber, out var known)
            && (change.ExpectedVersion is null || change.ExpectedVersion == known.Snapshot.Version))
        {
            row = known;
            before = row.Snapshot;
            row.Set(TicketTransitions.Update(change, before));
        }
        else
        {
            return ApplyResult.Conflict;
        }

        return Record(change, new ApplyResult(ApplyStatus.Applied)
        {
            Ticket = row.Snapshot,
            Created = before is null,
            Reopened = before is { Status: TicketStatus.Closed } && row.Snapshot.Status != TicketStatus.Closed,
            EntryId = change.Entry is { } entry ? Append(row, entry, staged) : null,
        });
    }

    private ApplyResult Record(TicketChange change, ApplyResult result)
    {
        _results.Add(change.OperationId, result);
        return result;
    }

    private string Append(TicketRow row, NewTicketEntry entry, List<HeldContent> staged)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{row.Snapshot.Number}:{row.Entries.Count + 1}");
        row.Entries.Add(TicketTransitions.Entry(entry, id, [.. staged.Select(_octets.Keep)]));
        return id;
    }

    private TicketRow Insert(TicketRow row)
    {
        _rows.Add(row);
        _byNumber.Add(row.Snapshot.Number, row);
        return row;
    }

    private string NextNumber()
    {
        string number;
        do
        {
            number = string.Create(CultureInfo.InvariantCulture, $"{_prefix}{_nextNumber++}");
        }
        while (_byNumber.ContainsKey(number));

        return number;
    }
}
