using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Reports by their form: RFC 3464, RFC 8098, RFC 5965, and the field that Exim and Gmail add.</summary>
internal static class ReportRules
{
    public static IEnumerable<ClassificationEvidence> Find(InboundMail mail)
    {
        foreach (var fact in mail.DeliveryReport?.Evidence ?? [])
        {
            yield return new ClassificationEvidence(fact, mail.DeliveryReport!.Kind);
        }

        foreach (var value in HeaderText.Values(mail, "Content-Type"))
        {
            if (value.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) && KindOf(value, mail) is { } kind)
            {
                yield return new ClassificationEvidence($"Content-Type: multipart/report ({kind.Reason})", kind.Kind);
            }
        }

        if (mail.Attachments.FirstOrDefault(part => part.ContentType == "message/delivery-status") is { } status)
        {
            yield return new ClassificationEvidence("part message/delivery-status", DeliveryStatusKind.Of(status));
        }

        foreach (var value in HeaderText.Values(mail, "X-Failed-Recipients").Where(value => value.Contains('@', StringComparison.Ordinal)))
        {
            yield return new ClassificationEvidence("X-Failed-Recipients", MailKind.Bounce);
        }
    }

    private static (MailKind Kind, string Reason)? KindOf(string contentType, InboundMail mail)
    {
        if (Has(contentType, "disposition-notification"))
        {
            return (MailKind.ReadReceipt, "disposition-notification");
        }

        if (Has(contentType, "feedback-report"))
        {
            return (MailKind.FeedbackReport, "feedback-report");
        }

        return Has(contentType, "delivery-status")
            ? (mail.Attachments.FirstOrDefault(part => part.ContentType == "message/delivery-status") is { } status
                ? DeliveryStatusKind.Of(status)
                : MailKind.Bounce, "delivery-status")
            : null;
    }

    private static bool Has(string contentType, string reportType) => contentType.Contains(reportType, StringComparison.OrdinalIgnoreCase);
}
