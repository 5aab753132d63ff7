namespace HelpDesk.Email.Storage;

/// <summary>One recipient of an outgoing mail.</summary>
/// <param name="Address">The envelope address (RFC 5321 forward-path).</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reply">What the server said last, or <see langword="null"/>.</param>
public sealed record OutboxRecipient(string Address, OutboxRecipientState State = OutboxRecipientState.Pending, string? Reply = null)
{
    /// <summary>What a report said that came back later (a bounce, a delay), or <see langword="null"/>.</summary>
    public string? Report { get; init; }

    /// <summary>Whether a report says that the mail did not reach the recipient.</summary>
    public bool HasBounced { get; init; }
}
