using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Storage;

/// <summary>A row to be written to the journal.</summary>
/// <param name="Mailbox">The name of the mailbox it came to.</param>
/// <param name="Receipt">What the place it came from calls it; unique together with the mailbox. At most 400 characters.</param>
/// <param name="Content">The octets, exactly as they were received.</param>
/// <param name="Facts">What was read from them.</param>
public sealed record NewJournalEntry(string Mailbox, string Receipt, MailContent Content, MailFacts Facts)
{
    /// <summary>Where the row comes from.</summary>
    public JournalOrigin Origin { get; init; }

    /// <summary>The id of the ticket operation that will come of it.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The envelope sender (RFC 5321 reverse-path): empty for <c>&lt;&gt;</c>, <see langword="null"/> when not known.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The envelope recipients, where known.</summary>
    public IReadOnlyList<string> EnvelopeRecipients { get; init; } = [];

    /// <summary>Whether the place it came from must still be told (marked, moved, deleted) after the commit.</summary>
    public bool NeedsAcknowledgement { get; init; }

    /// <summary>
    /// How far back equal octets in the same mailbox make this row a <see cref="JournalOutcome.Duplicate"/>, measured between
    /// the <see cref="ReceivedAt"/> of the two; zero for never.
    /// </summary>
    public TimeSpan DuplicateWindow { get; init; }
}
