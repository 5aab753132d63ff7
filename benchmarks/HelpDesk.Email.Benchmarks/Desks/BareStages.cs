using System.Globalization;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>What a mail goes through, each stage by itself over a batch: the product's own readers and writers, and bare SQL instead of its stores. No queue, no claims, no decisions.</summary>
internal sealed class BareStages(BareStore store, ITemplateRenderer renderer)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private readonly HelpDeskEmailOptions _options = new();
    private long _receipts;

    /// <summary>Takes a batch through all stages.</summary>
    public void Run(IReadOnlyList<byte[]> mails)
    {
        var batch = mails.Select(mail => new BareMail(MailContent.FromOctets(mail))).ToList();
        store.InTransaction(() => batch.ForEach(Receive));
        batch.ForEach(Understand);
        store.InTransaction(() => batch.ForEach(Apply));
        batch.ForEach(Answer);
        store.InTransaction(() => batch.ForEach(Finish));
    }

    private void Receive(BareMail mail)
    {
        mail.Facts = MailFactsReader.Read(mail.Content);
        mail.Content.TryGetMemory(out var octets);
        mail.JournalId = store.Run(
            "INSERT INTO journal (receipt, message_id, sender, subject, outcome, octets) VALUES (?1, ?2, ?3, ?4, 0, ?5)",
            $"uid:1:{++_receipts}", mail.Facts.MessageId, mail.Facts.From?.Address, mail.Facts.Subject, octets.ToArray());
    }

    private void Understand(BareMail mail)
    {
        mail.Mail = InboundMailReader.Read(mail.Content);
        var context = new InboundContext(new JournalEntry(0, string.Empty, string.Empty, mail.Facts), mail.Content, new MailboxOptions(), _options)
        {
            Mail = mail.Mail,
            Classification = MailClassifier.Classify(mail.Mail, null),
        };
        new ExtractStep().EvaluateAsync(context, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        mail.Extracted = context.Extracted;
    }

    private void Apply(BareMail mail)
    {
        mail.Ticket = store.Run("INSERT INTO ticket (subject, requester, created_at) VALUES (?1, ?2, ?3)", mail.Mail.Subject, mail.Facts.From?.Address, DateTimeOffset.UtcNow.Ticks);
        store.Run("INSERT INTO entry (ticket_id, author, text, html) VALUES (?1, ?2, ?3, ?4)", mail.Ticket, mail.Facts.From?.Address, mail.Extracted.Reply, mail.Extracted.Html);
    }

    private void Answer(BareMail mail)
    {
        var person = new Dictionary<string, object?> { ["name"] = mail.Facts.From?.Name, ["address"] = mail.Facts.From?.Address };
        var values = new Dictionary<string, object?>
        {
            ["ticket"] = new Dictionary<string, object?> { ["number"] = mail.Ticket.ToString(CultureInfo.InvariantCulture), ["subject"] = mail.Mail.Subject },
            ["tag"] = $"[#{mail.Ticket}]",
            ["author"] = person,
            ["requester"] = person,
            ["recipient"] = person,
            ["body"] = mail.Extracted.Reply,
            ["bodyHtml"] = mail.Extracted.Html,
            ["helpDesk"] = new Dictionary<string, object?> { ["name"] = "Help Desk", ["address"] = "support@helpdesk.example" },
        };
        var rendered = renderer.RenderAsync(TemplateNames.TicketReceived, values, English, CancellationToken.None).AsTask().GetAwaiter().GetResult()!;
        var messageId = $"<{Guid.NewGuid():N}@helpdesk.example>";
        var draft = new MailDraft
        {
            From = [new MailAddressBox("support@helpdesk.example", "Help Desk")],
            To = [new MailAddressBox(mail.Facts.From!.Address, mail.Facts.From.Name)],
            MessageId = messageId,
            Date = DateTimeOffset.UtcNow,
            InReplyTo = [mail.Facts.MessageId],
            References = [mail.Facts.MessageId],
            Subject = rendered.Subject,
            TextBody = rendered.Text,
            HtmlBody = rendered.Html,
        };
        mail.Answer = (messageId, MailComposer.Compose(draft, new MailComposerOptions { AllowSmtpUtf8 = true }));
    }

    private void Finish(BareMail mail)
    {
        var ticket = mail.Ticket.ToString(CultureInfo.InvariantCulture);
        store.Run("INSERT INTO outbox (message_id, recipient, ticket, octets, state) VALUES (?1, ?2, ?3, ?4, 0)", mail.Answer.MessageId, mail.Facts.From?.Address, ticket, mail.Answer.Octets);
        store.Run("INSERT INTO message (message_id, ticket) VALUES (?1, ?2)", mail.Facts.MessageId, ticket);
        store.Run("INSERT INTO message (message_id, ticket) VALUES (?1, ?2)", mail.Answer.MessageId, ticket);
        store.Run("UPDATE journal SET outcome = 1, ticket = ?1 WHERE id = ?2", ticket, mail.JournalId);
        mail.Content.Dispose();
    }

    /// <summary>A mail on its way.</summary>
    private sealed class BareMail(MailContent content)
    {
        public MailContent Content { get; } = content;

        public MailFacts Facts { get; set; } = new(string.Empty);

        public InboundMail Mail { get; set; } = null!;

        public ExtractedContent Extracted { get; set; } = null!;

        public long JournalId { get; set; }

        public long Ticket { get; set; }

        public (string MessageId, byte[] Octets) Answer { get; set; }
    }
}
