using HelpDesk.Email.Mime.Reports;

namespace HelpDesk.Email.Mime;

/// <summary>A delivery status notification (RFC 3464), read from a message/delivery-status part anywhere in a message.</summary>
public sealed record DeliveryReport
{
    /// <summary>The system that reports, without its type; null where not given.</summary>
    public string? ReportingMta { get; init; }

    /// <summary>The envelope identifier that the sender gave (RFC 3461), or null.</summary>
    public string? OriginalEnvelopeId { get; init; }

    /// <summary>When the message reached the reporting system.</summary>
    public DateTimeOffset? ArrivalDate { get; init; }

    /// <summary>One entry a recipient, in the order of the report.</summary>
    public IReadOnlyList<DeliveryReportRecipient> Recipients { get; init; } = [];

    /// <summary>What was returned of the original message, or null.</summary>
    public MailDocument? OriginalMessage { get; init; }

    /// <summary>The Message-ID of the original message with its angle brackets, or null.</summary>
    public string? OriginalMessageId => OriginalMessage?.MessageId;

    /// <summary>Reads the report of a message.</summary>
    /// <param name="document">The message.</param>
    /// <returns>The report, or null where the message holds none.</returns>
    /// <exception cref="IOException">The stream of the message could not be read.</exception>
    public static DeliveryReport? Read(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var part = ReportParts.Find(document, "delivery-status", "global-delivery-status");
        if (part is null)
            return null;
        var groups = FieldGroups.Read(part);
        var recipients = new List<DeliveryReportRecipient>();
        // The first group is of the message; some systems leave it out or put everything into it.
        foreach (var group in groups)
        {
            if (group.Has("Final-Recipient") || group.Has("Original-Recipient") || group.Has("Action"))
                recipients.Add(Recipient(group));
        }

        var head = groups.Count > 0 ? groups[0] : null;
        return new DeliveryReport
        {
            ReportingMta = ReportFields.Typed(head, "Reporting-MTA").Value,
            OriginalEnvelopeId = ReportFields.Text(head, "Original-Envelope-Id"),
            ArrivalDate = ReportFields.Date(head, "Arrival-Date"),
            Recipients = recipients,
            OriginalMessage = ReportParts.Original(document, part),
        };
    }

    private static DeliveryReportRecipient Recipient(HeaderFields group)
    {
        var (type, diagnostic) = ReportFields.Typed(group, "Diagnostic-Code");
        return new DeliveryReportRecipient
        {
            FinalRecipient = ReportFields.Address(group, "Final-Recipient"),
            OriginalRecipient = ReportFields.Address(group, "Original-Recipient"),
            Action = Action(ReportFields.Text(group, "Action")),
            Status = EnhancedStatusCode.TryParse(ReportFields.Text(group, "Status"), out var status) ? status : null,
            DiagnosticType = type,
            DiagnosticCode = diagnostic,
            RemoteMta = ReportFields.Typed(group, "Remote-MTA").Value,
            LastAttempt = ReportFields.Date(group, "Last-Attempt-Date"),
            WillRetryUntil = ReportFields.Date(group, "Will-Retry-Until"),
        };
    }

    private static DeliveryAction Action(string? text)
    {
        var end = text?.AsSpan().IndexOfAny(' ', ';', '(') ?? -1;
        var word = (end < 0 ? text : text![..end])?.ToLowerInvariant();
        return word switch
        {
            "failed" or "failure" => DeliveryAction.Failed,
            "delayed" => DeliveryAction.Delayed,
            "delivered" => DeliveryAction.Delivered,
            "relayed" => DeliveryAction.Relayed,
            "expanded" => DeliveryAction.Expanded,
            _ => DeliveryAction.Unknown,
        };
    }
}
