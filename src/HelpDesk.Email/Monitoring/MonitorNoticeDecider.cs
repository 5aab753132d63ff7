using HelpDesk.Email.Decisions;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Monitoring;

/// <summary>Decides about a notice of the monitor: it makes a ticket, and nobody gets mail for it.</summary>
internal sealed class MonitorNoticeDecider(TimeProvider time)
{
    private const string Name = "System - Email Monitor";

    public Decision Decide(JournalEntry entry, MailContent content, SettingsSnapshot settings)
    {
        MonitorNotice notice;
        using (var stream = content.OpenRead())
        {
            notice = MonitorNoticeJson.Read(stream);
        }

        settings.Mailboxes.TryGetValue(entry.Mailbox, out var mailbox);
        var author = EmailAddress.TryCreate(mailbox?.Address ?? "monitor@localhost", Name, out var own) ? own : EmailAddress.Create("monitor@localhost", Name);
        var change = new TicketChange
        {
            OperationId = entry.OperationId,
            Subject = notice.Subject,
            Requester = author,
            Department = mailbox?.Department,
            Entry = new NewTicketEntry(author, notice.Text) { At = entry.ReceivedAt, JournalId = entry.Id, Visibility = EntryVisibility.Internal },
        };
        var cause = new Cause(JournalOrigin.Monitor, author, entry.Facts.MessageId) { Mailbox = entry.Mailbox, Text = notice.Text, IsInternal = true, IsAutomatic = true };
        return new ChangeDecision(change, cause, [new TraceLine("Monitor", "continue", "a notice of the monitor makes a ticket") { At = time.GetUtcNow() }], []);
    }
}
