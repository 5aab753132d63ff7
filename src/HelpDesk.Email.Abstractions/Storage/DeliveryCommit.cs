namespace HelpDesk.Email.Storage;

/// <summary>What an attempt gave, from Sending; ends the claim.</summary>
/// <remarks>
/// With a recipient still <see cref="OutboxRecipientState.Pending"/> the row is Ready again; else it is Sent when one accepted,
/// Suppressed when all are suppressed, and Failed otherwise. What reports said of recipients meanwhile stays, and one whose mail
/// has bounced has failed, whatever is given here. <see cref="OutboxEntry.LostAttempts"/> is zero again.
/// </remarks>
/// <param name="Recipients">All recipients of the row as they stand now.</param>
/// <param name="NotBefore">When the pending ones are tried again at the earliest.</param>
public sealed record DeliveryCommit(IReadOnlyList<OutboxRecipient> Recipients, DateTimeOffset NotBefore) : OutboxCommit
{
    /// <summary>What went wrong, or <see langword="null"/>.</summary>
    public string? Error { get; init; }

    /// <summary>The Message-ID the provider gave in place of ours, which is indexed for the ticket too; or <see langword="null"/>.</summary>
    public string? ProviderMessageId { get; init; }
}
