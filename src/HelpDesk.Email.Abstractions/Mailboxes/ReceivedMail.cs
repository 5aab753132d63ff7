using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailboxes;

/// <summary>A mail as a source hands it over. Whoever receives it disposes <see cref="Content"/>.</summary>
/// <param name="Receipt">What its place calls it.</param>
/// <param name="Content">Its octets.</param>
public sealed record ReceivedMail(MailReceipt Receipt, MailContent Content)
{
    /// <summary>The cursor to go on from after this mail, or <see langword="null"/> for a source that has none.</summary>
    public MailboxCursor? Cursor { get; init; }

    /// <summary>The envelope sender where the source knows it: empty for <c>&lt;&gt;</c>.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The envelope recipients where the source knows them.</summary>
    public IReadOnlyList<string> EnvelopeRecipients { get; init; } = [];
}
