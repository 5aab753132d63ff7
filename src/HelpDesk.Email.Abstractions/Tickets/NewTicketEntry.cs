using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>An entry that a change adds to a ticket.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Plain text with <c>\n</c> line ends: what the person wrote, without quotation.</param>
public sealed record NewTicketEntry(EmailAddress Author, string Text)
{
    /// <summary>What the entry is.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>Who may read it.</summary>
    public EntryVisibility Visibility { get; init; }

    /// <summary>Safe HTML of the same, or <see langword="null"/>.</summary>
    public string? Html { get; init; }

    /// <summary>When it was received or written.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The Message-ID of the mail it came with, angle brackets included, or <see langword="null"/>.</summary>
    public string? MessageId { get; init; }

    /// <summary>The row of the journal that holds the original, or 0.</summary>
    public long JournalId { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<TicketAttachment> Attachments { get; init; } = [];
}
