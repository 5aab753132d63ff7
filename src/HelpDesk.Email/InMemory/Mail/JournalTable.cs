using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The rows of the journal and their indexes; touched under the store's lock alone.</summary>
internal sealed class JournalTable
{
    private readonly Dictionary<long, JournalRow> _rows = [];
    private readonly Dictionary<(string Mailbox, string Receipt), long> _byReceipt = [];
    private readonly RowIndex<(string Mailbox, string Hash)> _byOctets = new();
    private readonly RowIndex<string> _byMessageId = new();
    private readonly RowIndex<string> _byTicket = new();
    private readonly RowIndex<string> _unacknowledged = new();
    private readonly SortedSet<long> _unfinished = [];
    private long _lastId;

    /// <summary>The rows that somebody took and did not let go.</summary>
    public HashSet<JournalRow> Taken { get; } = [];

    /// <summary>Which row has which reservation.</summary>
    public Dictionary<string, JournalRow> Reservations { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows that are not finished, the oldest first.</summary>
    public IEnumerable<JournalRow> Unfinished => _unfinished.Select(id => _rows[id]);

    public int UnfinishedCount => _unfinished.Count;

    public IEnumerable<JournalRow> Rows => _rows.Values;

    public JournalRow? Get(long id) => _rows.GetValueOrDefault(id);

    public long? WithReceipt(string mailbox, string receipt) => _byReceipt.TryGetValue((mailbox, receipt), out var id) ? id : null;

    /// <summary>The first row with these octets that came to the mailbox since a time.</summary>
    public JournalRow? FirstWithOctets(string mailbox, string hash, DateTimeOffset since) =>
        _byOctets[(mailbox, hash)].Select(id => _rows[id]).FirstOrDefault(row => row.Entry.ReceivedAt >= since);

    public long NextId() => ++_lastId;

    public void Add(JournalEntry entry, HeldContent content)
    {
        _rows.Add(entry.Id, new JournalRow(entry, content));
        _byReceipt.Add((entry.Mailbox, entry.Receipt), entry.Id);
        _byOctets.Add((entry.Mailbox, entry.ContentHash), entry.Id);
        _byMessageId.Add(entry.Facts.MessageId, entry.Id);
        Enlist(entry);
    }

    public void Set(JournalRow row, JournalEntry entry)
    {
        Strike(row.Entry);
        row.Entry = entry;
        Enlist(entry);
    }

    public IReadOnlyList<JournalEntry> Find(JournalQuery query) =>
    [
        .. Candidates(query)
            .Where(id => query.Before is not { } before || id < before)
            .Select(id => _rows[id].Entry)
            .Where(entry => Matches(query, entry))
            .Take(query.Limit),
    ];

    // The narrowest index a query allows, the youngest first.
    private IEnumerable<long> Candidates(JournalQuery query)
    {
        if (query.Id is { } id)
        {
            return _rows.ContainsKey(id) ? [id] : [];
        }

        if (query.MessageIds.Count > 0)
        {
            return query.MessageIds.SelectMany(messageId => _byMessageId[messageId]).Distinct().OrderDescending();
        }

        if (query.UnacknowledgedIn is { } mailbox)
        {
            return _unacknowledged[mailbox].Reverse();
        }

        if (query.Ticket is { } ticket)
        {
            return _byTicket[ticket].Reverse();
        }

        return query.Finished == false ? _unfinished.Reverse() : Descending(query.Before);
    }

    private IEnumerable<long> Descending(long? before)
    {
        // Ids are dense: rows are never taken out.
        for (var id = Math.Min(_lastId, (before ?? long.MaxValue) - 1); id > 0; id--)
        {
            yield return id;
        }
    }

    private static bool Matches(JournalQuery query, JournalEntry entry) =>
        (query.MessageIds.Count == 0 || query.MessageIds.Contains(entry.Facts.MessageId))
        && (query.Ticket is null || query.Ticket == entry.Ticket)
        && (query.Mailbox is null || query.Mailbox == entry.Mailbox)
        && (query.Finished is null || query.Finished == (entry.State == JournalState.Finished))
        && (query.Outcome is null || query.Outcome == entry.Outcome)
        && (query.UnacknowledgedIn is null || (entry.NeedsAcknowledgement && entry.Mailbox == query.UnacknowledgedIn));

    private void Enlist(JournalEntry entry)
    {
        if (entry.State != JournalState.Finished)
        {
            _unfinished.Add(entry.Id);
        }

        if (entry.NeedsAcknowledgement)
        {
            _unacknowledged.Add(entry.Mailbox, entry.Id);
        }

        if (entry.Ticket is { } ticket)
        {
            _byTicket.Add(ticket, entry.Id);
        }
    }

    private void Strike(JournalEntry entry)
    {
        _unfinished.Remove(entry.Id);
        _unacknowledged.Remove(entry.Mailbox, entry.Id);
        if (entry.Ticket is { } ticket)
        {
            _byTicket.Remove(ticket, entry.Id);
        }
    }
}
