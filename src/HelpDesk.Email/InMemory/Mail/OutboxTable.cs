using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The rows of the outbox and their indexes; touched under the store's lock alone.</summary>
internal sealed class OutboxTable
{
    private readonly Dictionary<long, OutboxRow> _rows = [];
    private readonly RowIndex<string> _byMessageId = new();
    private readonly RowIndex<long> _byJournalId = new();
    private readonly RowIndex<string> _byTicket = new();
    private readonly RowIndex<string> _openByTicket = new();
    private readonly RowIndex<string> _byReversePath = new();
    private readonly SortedSet<long> _open = [];
    private long _lastId;

    /// <summary>The rows that are still to be delivered, the oldest first.</summary>
    public IEnumerable<OutboxRow> Open => _open.Select(id => _rows[id]);

    public int OpenCount => _open.Count;

    public IEnumerable<OutboxRow> Rows => _rows.Values;

    /// <summary>The mails of a ticket that are still to be delivered, the oldest first.</summary>
    public IEnumerable<OutboxEntry> OpenOf(string ticket) => _openByTicket[ticket].Select(id => _rows[id].Entry);

    public OutboxRow? Get(long id) => _rows.GetValueOrDefault(id);

    public long NextId() => ++_lastId;

    public void Add(OutboxRow row)
    {
        var entry = row.Entry;
        _rows.Add(entry.Id, row);
        _byMessageId.Add(entry.MessageId, entry.Id);
        _byJournalId.Add(entry.JournalId, entry.Id);
        _byReversePath.Add(entry.ReversePath.ToLowerInvariant(), entry.Id);
        if (entry.Ticket is { } ticket)
        {
            _byTicket.Add(ticket, entry.Id);
        }

        Set(row, entry);
    }

    public void Remove(OutboxRow row)
    {
        var entry = row.Entry;
        _rows.Remove(entry.Id);
        _open.Remove(entry.Id);
        _byMessageId.Remove(entry.MessageId, entry.Id);
        _byJournalId.Remove(entry.JournalId, entry.Id);
        _byReversePath.Remove(entry.ReversePath.ToLowerInvariant(), entry.Id);
        if (entry.Ticket is { } ticket)
        {
            _openByTicket.Remove(ticket, entry.Id);
            _byTicket.Remove(ticket, entry.Id);
        }
    }

    public void Set(OutboxRow row, OutboxEntry entry)
    {
        row.Entry = entry;
        var isOpen = entry.State is OutboxState.Ready or OutboxState.Sending;
        _ = isOpen ? _open.Add(entry.Id) : _open.Remove(entry.Id);
        if (entry.Ticket is { } ticket)
        {
            _openByTicket.Remove(ticket, entry.Id);
            if (isOpen)
            {
                _openByTicket.Add(ticket, entry.Id);
            }
        }
    }

    public IReadOnlyList<OutboxEntry> Find(OutboxQuery query) =>
    [
        .. Candidates(query)
            .Where(id => query.Before is not { } before || id < before)
            .Select(id => _rows[id].Entry)
            .Where(entry => Matches(query, entry))
            .Take(query.Limit),
    ];

    // The narrowest index a query allows, the youngest first.
    private IEnumerable<long> Candidates(OutboxQuery query)
    {
        if (query.Id is { } id)
        {
            return _rows.ContainsKey(id) ? [id] : [];
        }

        if (query.MessageIds.Count > 0)
        {
            return query.MessageIds.SelectMany(messageId => _byMessageId[messageId]).Distinct().OrderDescending();
        }

        if (query.ReversePaths.Count > 0)
        {
            return query.ReversePaths.SelectMany(path => _byReversePath[path.ToLowerInvariant()]).Distinct().OrderDescending();
        }

        if (query.JournalId is { } journalId)
        {
            return _byJournalId[journalId].Reverse();
        }

        if (query.Ticket is { } ticket)
        {
            return _byTicket[ticket].Reverse();
        }

        return query.State is OutboxState.Ready or OutboxState.Sending ? _open.Reverse() : Descending(query.Before);
    }

    private IEnumerable<long> Descending(long? before)
    {
        // Ids are nearly dense: few rows are ever taken out.
        for (var id = Math.Min(_lastId, (before ?? long.MaxValue) - 1); id > 0; id--)
        {
            if (_rows.ContainsKey(id))
            {
                yield return id;
            }
        }
    }

    private static bool Matches(OutboxQuery query, OutboxEntry entry) =>
        (query.MessageIds.Count == 0 || query.MessageIds.Contains(entry.MessageId))
        && (query.ReversePaths.Count == 0 || query.ReversePaths.Contains(entry.ReversePath, StringComparer.OrdinalIgnoreCase))
        && (query.Ticket is null || query.Ticket == entry.Ticket)
        && (query.JournalId is null || query.JournalId == entry.JournalId)
        && (query.State is null || query.State == entry.State);
}
