using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>Reads a complaint about a mail: RFC 5965, and the form without a report that one large provider sends.</summary>
internal static class Complaint
{
    public static Inbound.DeliveryReport? Read(MailDocument document, bool isReport)
    {
        if (isReport && FeedbackReport.Read(document) is { } report)
        {
            var addresses = report.OriginalRecipients.Count > 0
                ? report.OriginalRecipients
                : [.. report.OriginalMessage?.To.Select(box => box.Address).OfType<string>() ?? []];
            return Of(addresses, report.OriginalMessageId, "part message/feedback-report");
        }

        var returned = document.AllParts().FirstOrDefault(part => part.MediaType.Full == "message/rfc822");
        if (returned?.EmbeddedMessage() is { } message && message.Headers.First("X-HmXmrOriginalRecipient")?.Value is { } recipient)
        {
            return Of([recipient.Trim()], message.MessageId, "X-HmXmrOriginalRecipient");
        }

        return null;
    }

    private static Inbound.DeliveryReport Of(IEnumerable<string> addresses, string? messageId, string evidence) => new()
    {
        OriginalMessageId = messageId,
        Recipients = [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase).Select(address => new Inbound.DeliveryReportRecipient(address))],
        Evidence = [evidence],
        Kind = MailKind.FeedbackReport,
    };
}
