using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Histories;

/// <summary>One mail in the life of a ticket or a mailbox: on its way in or on its way out. Immutable.</summary>
/// <param name="At">When it was received or written.</param>
public sealed record TicketMailEvent(DateTimeOffset At)
{
    /// <summary>The row of the journal, for one that came in.</summary>
    public JournalEntry? Incoming { get; init; }

    /// <summary>What the steps said of it, the oldest line first.</summary>
    public IReadOnlyList<TraceLine> Trace { get; init; } = [];

    /// <summary>The row of the outbox, for one that goes out.</summary>
    public OutboxEntry? Outgoing { get; init; }
}
