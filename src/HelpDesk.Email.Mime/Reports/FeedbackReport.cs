using HelpDesk.Email.Mime.Reports;

namespace HelpDesk.Email.Mime;

/// <summary>An abuse report in the Abuse Reporting Format (RFC 5965), as mailbox providers send them about complaints.</summary>
public sealed record FeedbackReport
{
    /// <summary>What kind of feedback it is, in lower case: <c>abuse</c>, <c>fraud</c>, <c>not-spam</c>, <c>virus</c>, <c>opt-out</c>, <c>auth-failure</c>; null where not given.</summary>
    public string? FeedbackType { get; init; }

    /// <summary>The program that reports, or null.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The envelope sender of the message reported on, or null.</summary>
    public string? OriginalMailFrom { get; init; }

    /// <summary>The envelope recipients of the message reported on.</summary>
    public IReadOnlyList<string> OriginalRecipients { get; init; } = [];

    /// <summary>When the message reported on arrived.</summary>
    public DateTimeOffset? ArrivalDate { get; init; }

    /// <summary>The address of the machine that it came from, or null.</summary>
    public string? SourceIp { get; init; }

    /// <summary>The domains that the reporter thinks responsible.</summary>
    public IReadOnlyList<string> ReportedDomains { get; init; } = [];

    /// <summary>The message reported on, or null.</summary>
    public MailDocument? OriginalMessage { get; init; }

    /// <summary>The Message-ID of the message reported on, with its angle brackets, or null.</summary>
    public string? OriginalMessageId => OriginalMessage?.MessageId;

    /// <summary>Reads the report of a message.</summary>
    /// <param name="document">The message.</param>
    /// <returns>The report, or null where the message holds none.</returns>
    /// <exception cref="IOException">The stream of the message could not be read.</exception>
    public static FeedbackReport? Read(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var part = ReportParts.Find(document, "feedback-report", "feedback-report");
        if (part is null)
            return null;
        var fields = FieldGroups.Read(part).FirstOrDefault();
        return new FeedbackReport
        {
            FeedbackType = ReportFields.Text(fields, "Feedback-Type")?.ToLowerInvariant(),
            UserAgent = ReportFields.Text(fields, "User-Agent"),
            OriginalMailFrom = ReportFields.Address(fields, "Original-Mail-From"),
            OriginalRecipients = ReportFields.Addresses(fields, "Original-Rcpt-To"),
            ArrivalDate = ReportFields.Date(fields, "Arrival-Date") ?? ReportFields.Date(fields, "Received-Date"),
            SourceIp = ReportFields.Text(fields, "Source-IP"),
            ReportedDomains = fields is null ? [] : [.. fields.All("Reported-Domain").Select(field => field.Value).Where(value => value.Length > 0)],
            OriginalMessage = ReportParts.Original(document, part),
        };
    }
}
