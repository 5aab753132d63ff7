using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Links;
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
    TemplateModel model,
    ITicketLinks ticketLinks,
    AuthorName authorName,
    ReplyPath replyPath,
    AutomaticHeaders automaticHeaders,
    SignedMessageIds messageIds,
    IEnumerable<ICommandHandler> commands,
    TimeProvider time)
{
    // Whom mail to several is signed for: a token of one of them would be in everybody's hands.
    private static readonly EmailAddress Everybody = EmailAddress.Create("everybody@recipients.invalid");
    private readonly bool _isUnsubscribeCommand = commands.SelectMany(command => command.Names).Contains(UnsubscribeHeaders.Command, StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes one mail. Nothing is fetched from anywhere: what it holds is there already.</summary>
    /// <returns><see langword="null"/> when its template is empty: no mail is wanted then. Whoever gets a row disposes its content once it is committed.</returns>
    public async ValueTask<NewOutboxEntry?> ComposeAsync(PlannedMail planned, Occasion occasion, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ticket = occasion.Ticket;
        if (SenderChoice.Choose(occasion, out var failure) is not { } letterhead)
        {
            return Failed(planned, ticket, now, failure!);
        }

        var mail = new MailInWork(planned, occasion, letterhead, now);
        if (mail.Recipients.FirstOrDefault(HeaderWords.IsMisread) is { } odd)
        {
            return Failed(planned, ticket, now, $"The address {Uri.EscapeDataString(odd.Address)} has characters that programs read each in their own way; nothing is sent to it.");
        }

        var addressee = mail.IsShared ? Everybody : planned.Recipient;
        var messageId = await messageIds.CreateAsync(ticket?.Number ?? "-", addressee, letterhead.From.Domain, cancellationToken).ConfigureAwait(false);
        try
        {
            var links = ticket is null ? new TicketLinkSet() : await ticketLinks.CreateAsync(ticket, mail.Recipients, cancellationToken).ConfigureAwait(false);
            var files = FileChoice.Of(mail);
            var values = await model.CreateAsync(mail, links, files, cancellationToken).ConfigureAwait(false);
            var rendered = await templates.RenderAsync(planned.Template, values, letterhead.Culture, cancellationToken).ConfigureAwait(false);
            if (rendered is null)
            {
                return null;
            }

            var draft = await DraftAsync(mail, links, messageId, addressee, cancellationToken).ConfigureAwait(false);
            var bodies = MailBodies.Of(rendered, mail, files);
            var content = await WriteAsync(draft, bodies, rendered, mail, files, cancellationToken).ConfigureAwait(false);
            return OutboxRow.Of(mail, messageId, bodies.Subject, content);
        }
        catch (Exception e) when (e is TemplateException or MailCompositionException)
        {
            return Failed(planned, ticket, now, e.Message) with { MessageId = messageId, Account = letterhead.Account };
        }
    }

    /// <summary>The row of a mail that could not be made.</summary>
    public static NewOutboxEntry Failed(PlannedMail planned, TicketSnapshot? ticket, DateTimeOffset now, string reason) => OutboxRow.Failed(planned, ticket, now, reason);

    private async ValueTask<MailDraft> DraftAsync(MailInWork mail, TicketLinkSet links, string messageId, EmailAddress addressee, CancellationToken cancellationToken)
    {
        // A host that names several itself says nothing of where they stand: the first is the one who is written to.
        var inTo = mail.Occasion.Settings.Options.Notifications.OneMailToAll == OneMailToAll.To ? mail.Recipients.Count : 1;
        var reply = await replyPath.FindAsync(mail, cancellationToken).ConfigureAwait(false);
        var draft = new MailDraft
        {
            From = [Box(await authorName.SenderAsync(mail, cancellationToken).ConfigureAwait(false))],
            To = [.. mail.Recipients.Take(inTo).Select(Box)],
            Cc = [.. mail.Recipients.Skip(inTo).Select(Box)],
            ReplyTo = reply.ReplyTo is { } target ? [Box(target)] : [],
            Date = mail.Now,
            MessageId = messageId,
            ExtraHeaders =
            [
                .. await automaticHeaders.OfAsync(mail, addressee, cancellationToken).ConfigureAwait(false),
                .. UnsubscribeHeaders.Of(mail, links, reply, _isUnsubscribeCommand),
            ],
        };
        return ThreadHeaders.Put(draft, mail.Occasion.Cause.References);
    }

    private async ValueTask<MailContent> WriteAsync(
        MailDraft draft, MailBodies bodies, RenderedMail rendered, MailInWork mail, MailFiles files, CancellationToken cancellationToken)
    {
        var options = new MailComposerOptions { AllowSmtpUtf8 = true, Time = time, Charset = mail.Letterhead.Mailbox.OutgoingCharset };
        var parts = files.Parts(bodies.Html);
        try
        {
            return await MailOctets.WriteAsync(With(draft, bodies) with { Attachments = parts }, options, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException) when (parts.Count > 0)
        {
            // The octets of a file may be gone by now, by retention for instance. The words are worth sending without it.
            return await MailOctets.WriteAsync(With(draft, MailBodies.Of(rendered, mail, files.WithoutOctets())), options, cancellationToken).ConfigureAwait(false);
        }
    }

    private static MailDraft With(MailDraft draft, MailBodies bodies) => draft with { Subject = bodies.Subject, TextBody = bodies.Text, HtmlBody = bodies.Html };

    private static MailAddressBox Box(EmailAddress address) => new(address.Address, HeaderWords.Clean(address.Name));
}
