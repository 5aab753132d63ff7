using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>A row of the outbox with what only the store knows of it; touched under the store's lock alone.</summary>
internal sealed class OutboxRow(OutboxEntry entry, HeldContent? content)
{
    /// <summary>The row as others see it; replaced by <see cref="OutboxTable.Set"/> alone.</summary>
    public OutboxEntry Entry { get; set; } = entry;

    public HeldContent? Content { get; set; } = content;

    public Holding Holding { get; } = new();

    /// <summary>Whether an attempt was counted under the present claim.</summary>
    public bool IsCounted { get; set; }
}
