using System.Text.Json.Serialization.Metadata;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

internal sealed class TicketMailer(
    IMailStore store, ITicketStore tickets, NoticePlans plans, SettingsReader settings, WorkSignals signals, TimeProvider time) : ITicketMailer
{
    public Task<long> ReplyAsync(AgentReply reply, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reply.Ticket, nameof(reply));
        ArgumentException.ThrowIfNullOrWhiteSpace(reply.Text, nameof(reply));
        CheckMailbox(reply.Mailbox);
        var files = reply.Files.Select(file => new DraftAttachment(file.FileName, file.ContentType, file.Open) { ContentId = file.ContentId });
        return AppendAsync(JournalOrigin.AgentReply, "reply", reply.Id, reply.Author, reply, HostRequestJson.Default.AgentReply, files, cancellationToken);
    }

    public Task<long> RaiseAsync(TicketNotice notice, CancellationToken cancellationToken)
    {
        Check(notice);
        CheckMailbox(notice.Mailbox);
        return AppendAsync(JournalOrigin.HostNotice, "notice", notice.Id, notice.Actor, notice, HostRequestJson.Default.TicketNotice, [], cancellationToken);
    }

    public Task<long> SendAsync(TemplateMail mail, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mail.Template, nameof(mail));
        PlainValues.Check(mail.Values, nameof(mail));
        if (mail.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs at least one recipient.", nameof(mail));
        }

        CheckMailbox(mail.Mailbox);
        return AppendAsync(JournalOrigin.HostMail, "template", mail.Id, null, mail, HostRequestJson.Default.TemplateMail, [], cancellationToken);
    }

    public async Task<long> SendAsync(ReadyMail mail, CancellationToken cancellationToken)
    {
        if (mail.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs at least one recipient.", nameof(mail));
        }

        var document = Documents.Open(mail.Content);
        if (document.From is not [var author] || MailFactsReader.ToAddress(author) is not { } from)
        {
            throw new ArgumentException("The octets are no mail with just one address in From.", nameof(mail));
        }

        var reversePath = mail.ReversePath ?? from;
        var made = $"<{mail.Id:N}@{from.Domain}>";
        var hasId = MailFactsReader.HasOwnId(document);
        using var octets = await ReadyMailOctets.MakeAsync(mail.Content, hasId ? null : made, document.Date is null ? time.GetUtcNow() : null, cancellationToken).ConfigureAwait(false);
        var stored = new StoredReadyMail(hasId ? document.MessageId! : made, document.Subject ?? string.Empty, mail.Recipients, reversePath, mail.Account, mail.Ticket);
        IEnumerable<DraftAttachment> files = [new DraftAttachment("mail.eml", "application/octet-stream", octets.OpenRead)];
        return await AppendAsync(JournalOrigin.HostMail, "mail", mail.Id, from, stored, HostRequestJson.Default.StoredReadyMail, files, cancellationToken).ConfigureAwait(false);
    }

    public async Task<NotificationPlan> PlanAsync(TicketNotice notice, CancellationToken cancellationToken)
    {
        Check(notice);
        var current = settings.Current;
        var found = await tickets.FindAsync(TicketLookup.Of(notice.Ticket), cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 || NoticePlans.WhyUnknown(notice, current) is not null)
        {
            return new NotificationPlan([]);
        }

        return NotificationPlanner.Plan(await plans.HappeningOfAsync(notice, found[0], current, cancellationToken).ConfigureAwait(false), current);
    }

    private static void Check(TicketNotice notice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(notice.Ticket, nameof(notice));
        PlainValues.Check(notice.Values, nameof(notice));
        if (notice.Event == NotificationEvent.Custom && string.IsNullOrWhiteSpace(notice.Name))
        {
            throw new ArgumentException("An event of the host's own needs a name.", nameof(notice));
        }
    }

    private void CheckMailbox(string? wanted)
    {
        var mailboxes = settings.Current.Mailboxes;
        if (wanted is not null && !mailboxes.ContainsKey(wanted))
        {
            throw new InvalidOperationException($"There is no mailbox '{wanted}' to write from; there are: {string.Join(", ", mailboxes.Keys)}.");
        }

        if (!mailboxes.Any(mailbox => mailbox.Value.Enabled))
        {
            throw new InvalidOperationException("There is no mailbox to write from: set HelpDeskEmail:Mailboxes:<name>:Address.");
        }
    }

    private async Task<long> AppendAsync<T>(
        JournalOrigin origin, string kind, Guid id, EmailAddress? author, T request, JsonTypeInfo<T> type, IEnumerable<DraftAttachment> files, CancellationToken cancellationToken)
    {
        using var content = await HostRequest.WriteAsync(request, type, files, time, cancellationToken).ConfigureAwait(false);
        var entry = new NewJournalEntry(HostMailbox.JournalName, $"{kind}:{id:N}", content, new MailFacts($"<{kind}.{id:N}@local>") { From = author })
        {
            Origin = origin,
            OperationId = Guid.NewGuid(),
            ReceivedAt = time.GetUtcNow(),
        };
        var result = await store.Journal.AppendAsync([entry], cancellationToken).ConfigureAwait(false);
        signals.Journal.Set();
        return result[0].Id;
    }
}
