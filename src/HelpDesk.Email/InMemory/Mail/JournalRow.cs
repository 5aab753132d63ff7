using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>A row of the journal with what only the store knows of it; touched under the store's lock alone.</summary>
internal sealed class JournalRow(JournalEntry entry, HeldContent content)
{
    /// <summary>The row as others see it; replaced by <see cref="JournalTable.Set"/> alone, which keeps the indexes.</summary>
    public JournalEntry Entry { get; set; } = entry;

    /// <summary>Its octets; <see langword="null"/> once they were purged.</summary>
    public HeldContent? Content { get; set; } = content;

    public Holding Holding { get; } = new();

    /// <summary>Whether the present claim was handed out alone.</summary>
    public bool ClaimedAlone { get; set; }

    /// <summary>How many attempts in a row ended with their process.</summary>
    public int LostAttempts { get; set; }

    /// <summary>What the standing decision reserved.</summary>
    public IReadOnlyList<string> Reservations { get; set; } = [];

    /// <summary>Whether the row must be claimed alone.</summary>
    public bool IsSuspect => LostAttempts > 0;
}
