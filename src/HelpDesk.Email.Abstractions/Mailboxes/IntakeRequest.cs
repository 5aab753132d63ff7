using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailboxes;

/// <summary>A mail that somebody pushes to us.</summary>
/// <param name="Mailboxes">The names of the mailboxes it goes to: a row each.</param>
/// <param name="Content">Its octets; the caller keeps them and disposes them.</param>
public sealed record IntakeRequest(IReadOnlyList<string> Mailboxes, MailContent Content)
{
    /// <summary>The envelope sender: empty for <c>&lt;&gt;</c>, <see langword="null"/> when not known.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The envelope recipients, where known.</summary>
    public IReadOnlyList<string> EnvelopeRecipients { get; init; } = [];

    /// <summary>Names the push, so that the same push made again writes no second row; <see langword="null"/> for a name of our own.</summary>
    public MailReceipt? Receipt { get; init; }
}
