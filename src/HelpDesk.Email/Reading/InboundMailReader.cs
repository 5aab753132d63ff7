using HelpDesk.Email.Bounces;
using HelpDesk.Email.Html;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>Turns octets into a mail as it is understood.</summary>
internal static class InboundMailReader
{
    public static InboundMail Read(MailContent content, string? charset = null)
    {
        var document = Documents.Open(content, charset);
        var html = document.HtmlBody;
        var text = TextOf(document, html);
        var report = DeliveryReportReader.Read(document, text);
        return new InboundMail
        {
            MessageId = MailFactsReader.MessageIdOf(document, content),
            HasOwnMessageId = MailFactsReader.HasOwnId(document),
            Headers = [.. document.Headers.Select(field => new InboundHeader(field.Name, field.Value))],
            From = Addresses(document.From),
            ReplyTo = Addresses(document.ReplyTo),
            To = Addresses(document.To),
            Cc = Addresses(document.Cc),
            Subject = document.Subject ?? string.Empty,
            Date = document.Date,
            InReplyTo = document.InReplyTo,
            References = document.References,
            Text = text,
            HasOwnText = document.TextBody is not null,
            UnsafeHtml = html,
            Attachments = [.. document.Attachments.Select(ToAttachment)],
            DeliveryReport = report,
            ReportedMessageId = report?.OriginalMessageId ?? ReportedMessage.OfReceipt(document),
            CalendarMethod = CalendarMethods.Find(document),
            Defects = [.. document.Defects.Select(defect => defect.Description)],
        };
    }

    // A piece of HTML between plain ones, as where a list put its footer below, is part of the text.
    private static string TextOf(MailDocument document, string? html)
    {
        if (document.TextBody is not { } plain)
        {
            return html is null ? string.Empty : HtmlText.Convert(html);
        }

        return document.TextParts.Any(part => part.MediaType is { Type: "text", Subtype: "html" }) ? document.ComposeText(piece => HtmlText.Convert(piece)) : plain;
    }

    private static EmailAddress[] Addresses(IReadOnlyList<MailAddressBox> boxes) =>
        [.. boxes.Select(MailFactsReader.ToAddress).OfType<EmailAddress>()];

    private static InboundAttachment ToAttachment(MailPart part) =>
        new(part.Index, part.FileName, part.MediaType.Full)
        {
            ContentId = part.ContentId,
            Disposition = part.Disposition,
            Open = part.OpenContent,
        };
}
