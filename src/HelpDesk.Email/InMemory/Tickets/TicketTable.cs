using System.Globalization;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.InMemory.Tickets;

/// <summary>The tickets and the results of operations; touched under the store's lock alone.</summary>
internal sealed class TicketTable(TicketNumbers numbers, TimeProvider clock, OctetStore octets)
{
    private readonly List<TicketRow> _rows = [];
    private readonly Dictionary<string, TicketRow> _byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, ApplyResult> _results = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The tickets, the youngest first.</summary>
    public IEnumerable<TicketRow> Youngest => Enumerable.Reverse(_rows);

    public TicketRow? Get(string number) => _byNumber.GetValueOrDefault(number);

    public ApplyResult? Recorded(Guid operationId) => _results.GetValueOrDefault(operationId);

    public TicketRow Insert(TicketRow row)
    {
        _byNumber.Add(row.Snapshot.Number, row);
        _rows.Add(row);
        return row;
    }

    /// <summary>The rules of <see cref="ITicketStore.ApplyAsync"/>, in their order.</summary>
    /// <param name="change">The change.</param>
    /// <param name="files">The octets of its attachments, in their order.</param>
    public ApplyResult Apply(TicketChange change, IReadOnlyList<HeldContent> files)
    {
        if (Recorded(change.OperationId) is { } recorded)
        {
            return recorded;
        }

        if (change.IsEmpty)
        {
            return Record(change, ApplyResult.Void);
        }

        if (change.TicketNumber is not { } number)
        {
            var made = TicketTransitions.Create(change, numbers.Next(taken => _byNumber.ContainsKey(taken)), clock.GetUtcNow());
            return Record(change, Applied(change, Insert(new TicketRow(made)), files) with { Created = true });
        }

        if (Get(number) is not { } row || (change.ExpectedVersion is { } expected && expected != row.Snapshot.Version))
        {
            return ApplyResult.Conflict;
        }

        var before = row.Snapshot;
        row.Set(TicketTransitions.Update(change, before), clock.GetUtcNow());
        var isReopened = before.Status == TicketStatus.Closed && row.Snapshot.Status != TicketStatus.Closed;
        return Record(change, Applied(change, row, files) with { Reopened = isReopened });
    }

    /// <summary>The tickets that a person has or takes part in.</summary>
    public IReadOnlyList<string> With(ErasedPerson person) => [.. _rows.Where(row => TicketErasure.Concerns(row, person)).Select(row => row.Snapshot.Number)];

    /// <summary>Takes a person out of all tickets and results.</summary>
    public ErasureCounts Erase(ErasedPerson person)
    {
        var touched = _rows.Where(row => TicketErasure.Concerns(row, person)).Select(row => row.Snapshot.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counts = _rows.Aggregate(new ErasureCounts(), (sum, row) => sum.Plus(TicketErasure.Erase(row, person, clock.GetUtcNow())));
        foreach (var (operation, result) in _results.Where(each => each.Value.Ticket is { } ticket && touched.Contains(ticket.Number)).ToList())
        {
            // Of an erased ticket a recorded result shows what is left.
            _results[operation] = result with { Ticket = _byNumber[result.Ticket!.Number].Snapshot };
        }

        return counts;
    }

    private ApplyResult Record(TicketChange change, ApplyResult result)
    {
        _results.Add(change.OperationId, result);
        return result;
    }

    private ApplyResult Applied(TicketChange change, TicketRow row, IReadOnlyList<HeldContent> files) =>
        new(ApplyStatus.Applied) { Ticket = row.Snapshot, EntryId = change.Entry is { } entry ? Append(row, entry, files) : null };

    private string Append(TicketRow row, NewTicketEntry entry, IReadOnlyList<HeldContent> files)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{row.Snapshot.Number}:{row.Entries.Count + 1}");
        row.Entries.Add(TicketTransitions.Entry(entry, id, [.. files.Select(octets.Keep)]));
        return id;
    }
}
