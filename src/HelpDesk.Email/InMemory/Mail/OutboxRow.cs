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

    /// <summary>Whether the present claim, or the last one, was one in doubt: the mail was sent alone.</summary>
    public bool IsAlone { get; set; }

    /// <summary>Until when it rests after an attempt that ended with its process.</summary>
    public DateTimeOffset RestsUntil { get; set; }

    /// <summary>Whether the last claim was in doubt, sent the mail once more and never came back.</summary>
    public bool LostAlone => Entry.State == OutboxState.Sending && IsAlone && IsCounted;
}
