using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Writes a mail into the outbox: to be sent, throttled, or failed because it could not be made.</summary>
internal static class NewMail
{
    public static void Write(MailTables tables, long journalId, NewOutboxEntry mail, HeldContent? octets, DateTimeOffset now)
    {
        var state = mail.Failure is not null || octets is null ? OutboxState.Failed
            : tables.Throttles.TryCount(mail.Throttle, now) ? OutboxState.Ready
            : OutboxState.Throttled;
        var entry = new OutboxEntry(tables.Outbox.NextId(), mail.MessageId, [.. mail.Recipients.Select(address => new OutboxRecipient(address))])
        {
            JournalId = journalId,
            Template = mail.Template,
            Subject = mail.Subject,
            Ticket = mail.Ticket,
            Account = mail.Account,
            ReversePath = mail.ReversePath,
            State = state,
            CreatedAt = now,
            QueuedAt = now,
            WantsReports = mail.WantsReports,
            NotBefore = mail.NotBefore,
            LastError = mail.Failure,
        };
        tables.Outbox.Add(new OutboxRow(entry, octets is null ? null : tables.Octets.Keep(octets)));
    }
}
