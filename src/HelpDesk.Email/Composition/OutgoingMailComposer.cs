using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Composition;

/// <summary>Makes the octets of outgoing mail: rendered, threaded, signed. What can't be made becomes a failed row that says why.</summary>
internal sealed class OutgoingMailComposer(
    ITemplateRenderer templates,
    SignedMessageIds messageIds,
    SignedReplyAddresses replyAddresses,
    LoopHeader loopHeader,
    TimeProvider time)
{
    private static readonly CultureInfo DefaultCulture = CultureInfo.GetCultureInfo("en");

    /// <summary>Makes one mail.</summary>
    /// <returns><see langword="null"/> when its template is empty: no mail is wanted then.</returns>
    public async ValueTask<NewOutboxEntry?> ComposeAsync(
        PlannedMail planned, Occasion occasion, CancellationToken cancellationToken)
    {
        var (cause, settings) = occasion;
        var ticket = occasion.Ticket;
        var now = time.GetUtcNow();
        var mailbox = settings.MailboxOf(cause.Mailbox);
        if (!EmailAddress.TryCreate(mailbox.Address, mailbox.DisplayName, out var own))
        {
            return Failed(planned, ticket, now, $"Mailboxes:{cause.Mailbox}:Address is not an address, so there is nobody to write as.");
        }

        var from = Sender(own, mailbox, settings);
        var messageId = await messageIds.CreateAsync(ticket?.Number ?? "-", planned.Recipient, from.Domain, cancellationToken).ConfigureAwait(false);
        try
        {
            var rendered = await templates
                .RenderAsync(planned.Template, TemplateModel.Create(planned, occasion, mailbox, now), DefaultCulture, cancellationToken)
                .ConfigureAwait(false);
            if (rendered is null)
            {
                return null;
            }

            var draft = await DraftAsync(planned, ticket, cause, mailbox, from, rendered, messageId, now, cancellationToken).ConfigureAwait(false);
            var octets = MailComposer.Compose(draft, new MailComposerOptions { AllowSmtpUtf8 = true, Time = time, Charset = mailbox.OutgoingCharset });
            return Entry(planned, ticket, mailbox, settings, now, messageId, MailContent.FromOctets(octets)) with
            {
                Throttle = planned.Kind == OutgoingKind.AutomaticAnswer ? AnswerThrottle.Of(planned.Recipient, ticket?.Number, cause.IsOtherHelpDesk, settings.Options.AutomaticAnswers) : [],
                Subject = rendered.Subject,
                ReversePath = planned.Kind == OutgoingKind.AutomaticAnswer ? string.Empty : from.Address,
            };
        }
        catch (Exception e) when (e is TemplateException or MailCompositionException)
        {
            return Failed(planned, ticket, now, e.Message) with { MessageId = messageId, Account = mailbox.Account };
        }
    }

    /// <summary>The row of a mail that could not be made.</summary>
    public static NewOutboxEntry Failed(PlannedMail planned, TicketSnapshot? ticket, DateTimeOffset now, string reason) =>
        new($"<failed.{Guid.NewGuid():N}@local>", [planned.Recipient.Address], null)
        {
            Template = planned.Template,
            Ticket = ticket?.Number,
            NotBefore = now,
            Failure = reason,
        };

    private static EmailAddress Sender(EmailAddress own, MailboxOptions mailbox, SettingsSnapshot settings) =>
        settings.Options.Outgoing.TryGetValue(mailbox.Account, out var account)
        && EmailAddress.TryCreate(account.From, account.DisplayName ?? own.Name, out var from)
            ? from
            : own;

    private static NewOutboxEntry Entry(
        PlannedMail planned, TicketSnapshot? ticket, MailboxOptions mailbox, SettingsSnapshot settings, DateTimeOffset now, string messageId, MailContent content) =>
        new(messageId, [planned.Recipient.Address], content)
        {
            Template = planned.Template,
            Ticket = ticket?.Number,
            Account = mailbox.Account,
            NotBefore = planned.Kind == OutgoingKind.AutomaticAnswer ? now + settings.Options.AutomaticAnswers.Delay : now,
        };

    private async ValueTask<MailDraft> DraftAsync(
        PlannedMail planned, TicketSnapshot? ticket, Cause cause, MailboxOptions mailbox, EmailAddress from, RenderedMail rendered,
        string messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (planned.Kind != OutgoingKind.Personal)
        {
            headers.Add(new("Auto-Submitted", planned.Kind == OutgoingKind.AutomaticAnswer ? "auto-replied" : "auto-generated"));
            headers.Add(new("X-Auto-Response-Suppress", "All"));
            headers.Add(new(LoopHeader.Name, await loopHeader.CreateAsync(ticket?.Number ?? "-", planned.Recipient, cancellationToken).ConfigureAwait(false)));
        }

        var replyTo = mailbox.SubAddressing && ticket is not null
            ? await replyAddresses.CreateAsync(from, ticket.Number, planned.Recipient, cancellationToken).ConfigureAwait(false)
            : null;
        return new MailDraft
        {
            From = [Box(from)],
            To = [Box(planned.Recipient)],
            ReplyTo = replyTo is null ? [] : [new MailAddressBox(replyTo, from.Name)],
            Subject = rendered.Subject,
            Date = now,
            MessageId = messageId,
            InReplyTo = cause.References.Count > 0 ? [cause.References[^1]] : [],
            References = cause.References,
            ExtraHeaders = headers,
            TextBody = rendered.Text,
            HtmlBody = rendered.Html,
        };
    }

    private static MailAddressBox Box(EmailAddress address) => new(address.Address, address.Name);
}
