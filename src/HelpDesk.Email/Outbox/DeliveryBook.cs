using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Outbox;

/// <summary>Enters what an attempt gave into the row: each recipient for itself.</summary>
internal static class DeliveryBook
{
    public static DeliveryCommit Enter(OutboxEntry entry, DeliveryResult result, DateTimeOffset now, TimeSpan maxDeliveryTime)
    {
        var results = result.Recipients.ToLookup(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase);
        var tooLate = now - entry.QueuedAt >= maxDeliveryTime;
        var recipients = entry.Recipients
            .Select(recipient => recipient.State == OutboxRecipientState.Pending && results[recipient.Address].FirstOrDefault() is { } given
                ? recipient with { State = StateOf(given.Status, tooLate), Reply = given.Reply }
                : recipient)
            .ToList();
        return new DeliveryCommit(recipients, now + RetrySchedule.After(entry.Attempts + 1, entry.Id))
        {
            Error = recipients.Where(recipient => recipient.State != OutboxRecipientState.Accepted).Select(recipient => recipient.Reply).FirstOrDefault(),
            ProviderMessageId = result.ProviderMessageId,
        };
    }

    /// <summary>The row's end where nobody may get it: every pending recipient has failed.</summary>
    public static SetAsideCommit Fail(OutboxEntry entry, string reason) => new(OutboxState.Failed, [.. entry.Recipients.Select(recipient => Failed(recipient, reason))], reason);

    /// <summary>The row's end until a person decides whether it is sent again.</summary>
    public static SetAsideCommit Doubt(OutboxEntry entry, string reason) => new(OutboxState.Doubtful, entry.Recipients, reason);

    private static OutboxRecipient Failed(OutboxRecipient recipient, string reason) =>
        recipient.State == OutboxRecipientState.Pending ? recipient with { State = OutboxRecipientState.Failed, Reply = reason } : recipient;

    private static OutboxRecipientState StateOf(RecipientStatus status, bool tooLate) => status switch
    {
        RecipientStatus.Accepted => OutboxRecipientState.Accepted,
        RecipientStatus.Rejected => OutboxRecipientState.Failed,
        _ => tooLate ? OutboxRecipientState.Failed : OutboxRecipientState.Pending,
    };
}
