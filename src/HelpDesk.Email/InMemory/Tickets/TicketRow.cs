using System.Globalization;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.InMemory.Tickets;

/// <summary>A ticket with its entries; touched under the store's lock alone.</summary>
internal sealed class TicketRow(TicketSnapshot snapshot)
{
    private readonly string _first = string.IsNullOrEmpty(snapshot.Version) ? "1" : snapshot.Version;
    private long _changes = 1;

    public TicketSnapshot Snapshot { get; private set; } =
        string.IsNullOrEmpty(snapshot.Version) ? snapshot with { Version = "1" } : snapshot;

    public List<TicketEntry> Entries { get; } = [];

    /// <summary>The last message that everybody may read, or <see langword="null"/>.</summary>
    public TicketEntry? LastMessage => Entries.LastOrDefault(entry => entry is { Kind: EntryKind.Message, Visibility: EntryVisibility.Public });

    /// <summary>Replaces the ticket, under a version it never had.</summary>
    public void Set(TicketSnapshot changed, DateTimeOffset now)
    {
        string version;
        do
        {
            _changes++;
            version = _changes.ToString(CultureInfo.InvariantCulture);
        }
        while (version == _first);

        Snapshot = changed with { Version = version, ClosedAt = ClosedAt(changed, now) };
    }

    private DateTimeOffset? ClosedAt(TicketSnapshot changed, DateTimeOffset now) =>
        changed.Status != TicketStatus.Closed ? null
        : Snapshot.Status != TicketStatus.Closed ? now
        : changed.ClosedAt;
}
