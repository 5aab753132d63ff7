using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Keeps the mails of one ticket to one recipient in their order.</summary>
internal static class OutboxOrder
{
    /// <summary>Whether an older mail goes first.</summary>
    public static bool HoldsBack(OutboxTable outbox, OutboxEntry mail, TimeSpan keepFor, DateTimeOffset now) =>
        keepFor > TimeSpan.Zero
        && mail.Ticket is { } ticket
        && outbox.OpenOf(ticket)
            .TakeWhile(other => other.Id < mail.Id)
            .Any(other => other.QueuedAt + keepFor > now && (other.Attempts > 0 || other.NotBefore <= now) && SharesRecipient(other, mail));

    private static bool SharesRecipient(OutboxEntry one, OutboxEntry other) =>
        one.Recipients.Count > 1 || other.Recipients.Count > 1
        || one.Recipients.Any(recipient => other.Recipients.Any(given => given.Address.Equals(recipient.Address, StringComparison.OrdinalIgnoreCase)));
}
