using System.Text;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Content;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Processing;

/// <summary>Goes once over what a mail will go over, before the first one is claimed: reads a mail of its own, looks up what is nowhere, and writes nothing.</summary>
/// <remarks>
/// An attempt that ends with its process counts against its mail. Code that runs for the first time is compiled first and
/// takes a hundred times as long; without this a process that is killed soon after its start would mostly be killed there.
/// </remarks>
internal sealed class WarmUp(IMailStore store, ITicketStore tickets, IContactDirectory contacts)
{
    private static readonly byte[] Octets = Encoding.ASCII.GetBytes(
        "From: nobody@example.invalid\r\nTo: nobody@example.invalid\r\nSubject: =?utf-8?q?warm?=\r\nMessage-ID: <warm@example.invalid>\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>warm</p>\r\n"
        + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var content = MailContent.FromOctets(Octets);
        var entry = new JournalEntry(0, string.Empty, string.Empty, MailFactsReader.Read(content));
        var sender = EmailAddress.Create("nobody@example.invalid");
        var mail = InboundMailReader.Read(content);
        var context = new InboundContext(entry, content, new MailboxOptions(), new HelpDeskEmailOptions())
        {
            Mail = mail,
            Classification = MailClassifier.Classify(mail, null),
            Sender = new SenderIdentity(sender, SenderTrust.NotEvaluated),
        };
        await new ExtractStep().EvaluateAsync(context, cancellationToken).ConfigureAwait(false);
        var change = new TicketChange { OperationId = Guid.Empty, Entry = new NewTicketEntry(sender, context.Extracted.Reply) { Attachments = context.Extracted.Attachments } };
        var cause = new Cause(JournalOrigin.Mail, sender, mail.MessageId) { Mailbox = string.Empty };
        var decision = DecisionJson.Write(new ChangeDecision(change, cause, [], Reservations.Of(mail, entry, context.Settings, new SigningKeys(new SigningKey("aa", new byte[32]), []))));
        DecisionJson.ChangeOf(DecisionJson.Read(decision), Guid.Empty, _ => Stream.Null);
        MailComposer.Compose(new MailDraft { From = [new MailAddressBox(sender.Address, null)], TextBody = "warm", HtmlBody = "<p>warm</p>" }, new MailComposerOptions());
        await tickets.FindAsync(TicketLookup.Of("-"), cancellationToken).ConfigureAwait(false);
        await contacts.FindAsync(sender, cancellationToken).ConfigureAwait(false);
        await store.MessageIndex.FindAsync([mail.MessageId], cancellationToken).ConfigureAwait(false);
    }
}
