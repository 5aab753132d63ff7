using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Everything a mail store holds, under one lock: that is what makes its commits transactions.</summary>
internal sealed class MailTables(TimeProvider clock) : IDisposable
{
    /// <summary>Held for each look and each commit, never across an await.</summary>
    public Lock Gate { get; } = new();

    public OctetStore Octets { get; } = new();

    public JournalTable Journal { get; } = new();

    public OutboxTable Outbox { get; } = new();

    public HostEventTable HostEvents { get; } = new();

    public Dictionary<string, IndexedMessage> MessageIndex { get; } = new(StringComparer.Ordinal);

    public ThrottleTable Throttles { get; } = new();

    public Dictionary<string, SuppressedAddress> Suppressed { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether a row still has these octets.</summary>
    public bool IsHeld(HeldContent content) =>
        Journal.Rows.Any(row => ReferenceEquals(row.Content, content)) || Outbox.Rows.Any(row => ReferenceEquals(row.Content, content));

    public void Dispose() => Octets.Dispose();
}
