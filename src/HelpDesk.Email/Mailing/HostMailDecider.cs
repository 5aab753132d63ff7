using HelpDesk.Email.Decisions;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

/// <summary>Decides about what a host asks to be sent: events, templates, mails of its own. No ticket is changed by them.</summary>
internal sealed class HostMailDecider(ITicketStore tickets, HostMailbox mailboxes, NoticePlans plans, TimeProvider time)
{
    /// <summary>An event: mail by the table.</summary>
    public async ValueTask<Decision> DecideNoticeAsync(JournalEntry entry, MailContent content, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        var (notice, _) = HostRequest.Read(content, HostRequestJson.Default.TicketNotice);
        if (await FindAsync(notice.Ticket, cancellationToken).ConfigureAwait(false) is not { } ticket)
        {
            return Rejected($"there is no ticket {notice.Ticket}");
        }

        if (NoticePlans.WhyUnknown(notice, settings) is { } unknown)
        {
            return Rejected(unknown);
        }

        var happening = await plans.HappeningOfAsync(notice, ticket, settings, cancellationToken).ConfigureAwait(false);
        var plan = NotificationPlanner.Plan(happening, settings);
        var mailbox = await mailboxes.ChooseAsync(notice.Mailbox, ticket, settings, cancellationToken).ConfigureAwait(false);
        var author = notice.Actor ?? Own(mailbox, settings);
        var cause = new Cause(JournalOrigin.HostNotice, author, entry.Facts.MessageId)
        {
            Mailbox = mailbox,
            References = await mailboxes.ThreadOfAsync(ticket.Number, cancellationToken).ConfigureAwait(false),
            MayEcho = true,
            Text = (notice.Text ?? string.Empty).ReplaceLineEndings("\n").Trim(),
            IsInternal = notice.IsInternal,
        };
        var occasion = new Occasion(cause, settings)
        {
            Ticket = ticket,
            Entry = notice.Text is null ? null : new NewTicketEntry(author, cause.Text) { At = entry.ReceivedAt, Html = HostHtml.Safe(notice.Html, files: null) },
        };
        var mails = PlannedMails.Of(plan, happening, settings.Options.Notifications).Select(mail => mail with { Values = notice.Values });
        return new SendDecision(occasion, [.. mails], [Line("continue", $"{notice.Name ?? notice.Event.ToString()} of ticket {ticket.Number}"), .. PlanTrace.Of(plan, time)]);
    }

    /// <summary>A template: a mail to each recipient.</summary>
    public async ValueTask<Decision> DecideTemplateAsync(JournalEntry entry, MailContent content, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        var (mail, _) = HostRequest.Read(content, HostRequestJson.Default.TemplateMail);
        var ticket = mail.Ticket is null ? null : await FindAsync(mail.Ticket, cancellationToken).ConfigureAwait(false);
        if (mail.Ticket is not null && ticket is null)
        {
            return Rejected($"there is no ticket {mail.Ticket}");
        }

        var mailbox = await mailboxes.ChooseAsync(mail.Mailbox, ticket, settings, cancellationToken).ConfigureAwait(false);
        var cause = new Cause(JournalOrigin.HostMail, Own(mailbox, settings), entry.Facts.MessageId)
        {
            Mailbox = mailbox,
            References = ticket is null ? [] : await mailboxes.ThreadOfAsync(ticket.Number, cancellationToken).ConfigureAwait(false),
            MayEcho = true,
        };
        var planned = mail.Recipients.Distinct().Select(recipient => new PlannedMail(mail.Template, recipient, OutgoingKind.Notification, "the host sends it")
        {
            Audience = NotificationAudience.Named,
            Event = NotificationEvent.Custom,
            Values = mail.Values,
        });
        return new SendDecision(new Occasion(cause, settings) { Ticket = ticket }, [.. planned], [Line("continue", $"the host sends the template {mail.Template}")]);
    }

    /// <summary>A mail of the host's own: as it is.</summary>
    public async ValueTask<Decision> DecideReadyAsync(JournalEntry entry, MailContent content, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        var (mail, files) = HostRequest.Read(content, HostRequestJson.Default.StoredReadyMail);
        var ticket = mail.Ticket is null ? null : await FindAsync(mail.Ticket, cancellationToken).ConfigureAwait(false);
        if (mail.Ticket is not null && ticket is null)
        {
            return Rejected($"there is no ticket {mail.Ticket}");
        }

        var octets = files.Attachments[0];
        var cause = new Cause(JournalOrigin.HostMail, mail.ReversePath, entry.Facts.MessageId) { Mailbox = HostMailbox.JournalName, MayEcho = true };
        return new SendDecision(new Occasion(cause, settings) { Ticket = ticket }, [], [Line("continue", "the host sends a mail of its own")])
        {
            Ready = new NewOutboxEntry(mail.MessageId, [.. mail.Recipients.Select(recipient => recipient.Address).Distinct(StringComparer.OrdinalIgnoreCase)], await CopyAsync(octets, cancellationToken).ConfigureAwait(false))
            {
                Subject = mail.Subject,
                Ticket = ticket?.Number,
                Account = mail.Account,
                ReversePath = mail.ReversePath.Address,
                NotBefore = time.GetUtcNow(),
            },
        };
    }

    private static EmailAddress Own(string mailbox, SettingsSnapshot settings)
    {
        var options = settings.MailboxOf(mailbox);
        return EmailAddress.TryCreate(options.Address, options.DisplayName, out var own) ? own : StandInSender.Address;
    }

    private static async ValueTask<MailContent> CopyAsync(InboundAttachment octets, CancellationToken cancellationToken)
    {
        var writer = new MailContentWriter();
        await using (writer.ConfigureAwait(false))
        {
            var source = octets.Open();
            await using (source.ConfigureAwait(false))
            {
                var target = new Composition.ContentWriterStream(writer);
                await using (target.ConfigureAwait(false))
                {
                    await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
                }
            }

            return writer.Complete();
        }
    }

    private async ValueTask<TicketSnapshot?> FindAsync(string number, CancellationToken cancellationToken)
    {
        var found = await tickets.FindAsync(TicketLookup.Of(number), cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    private VerdictDecision Rejected(string reason) => new(JournalOutcome.Rejected, null, null, null, [Line("rejected", reason)]);

    private TraceLine Line(string verdict, string reason) => new("Host", verdict, reason) { At = time.GetUtcNow() };
}
