using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The events that wait to be told, the oldest first; touched under the store's lock alone.</summary>
internal sealed class HostEventTable
{
    private readonly SortedDictionary<long, HostEventRow> _rows = [];
    private long _lastSequence;

    public IEnumerable<HostEventRow> Waiting => _rows.Values;

    /// <summary>The oldest event of each ticket, which alone may be told, the oldest first.</summary>
    public IEnumerable<HostEventRow> Heads
    {
        get
        {
            var tickets = new HashSet<string>(StringComparer.Ordinal);
            return _rows.Values.Where(row => tickets.Add(row.Event.Ticket));
        }
    }

    public HostEventRow? Get(long sequence) => _rows.GetValueOrDefault(sequence);

    public void Add(NewHostEvent hostEvent)
    {
        _lastSequence++;
        _rows.Add(_lastSequence, new HostEventRow(_lastSequence, hostEvent));
    }

    public void Remove(HostEventRow row) => _rows.Remove(row.Sequence);
}
