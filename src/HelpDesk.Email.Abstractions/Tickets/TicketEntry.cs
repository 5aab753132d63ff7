using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>An entry as a store gives it back.</summary>
/// <param name="Id">Names the entry within its store.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Plain text with <c>\n</c> line ends.</param>
/// <param name="At">When it was received or written.</param>
public sealed record TicketEntry(string Id, EmailAddress Author, string Text, DateTimeOffset At)
{
    /// <summary>What the entry is.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>Who may read it.</summary>
    public EntryVisibility Visibility { get; init; }

    /// <summary>Safe HTML of the same, or <see langword="null"/>.</summary>
    public string? Html { get; init; }

    /// <summary>The Message-ID of the mail it came with, or <see langword="null"/>.</summary>
    public string? MessageId { get; init; }

    /// <summary>The row of the journal that holds the original, or 0.</summary>
    public long JournalId { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<TicketAttachment> Attachments { get; init; } = [];
}
