namespace HelpDesk.Email.Storage;

/// <summary>What a report that came back says of one recipient of a mail of the outbox.</summary>
/// <param name="OutboxId">The row; one that is gone is passed over.</param>
/// <param name="Address">The recipient, without case; one that the row does not have is passed over.</param>
/// <param name="Report">What the report says; becomes <see cref="OutboxRecipient.Report"/>.</param>
public sealed record RecipientReport(long OutboxId, string Address, string Report)
{
    /// <summary>Whether the mail did not reach the recipient and never will.</summary>
    public bool HasBounced { get; init; }
}
