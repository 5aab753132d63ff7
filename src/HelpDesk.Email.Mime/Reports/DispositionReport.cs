using HelpDesk.Email.Mime.Reports;

namespace HelpDesk.Email.Mime;

/// <summary>A message disposition notification, commonly a read receipt (RFC 8098).</summary>
public sealed record DispositionReport
{
    /// <summary>The program that reports, or null.</summary>
    public string? ReportingUserAgent { get; init; }

    /// <summary>The recipient that reports, without its address type; null where not given.</summary>
    public string? FinalRecipient { get; init; }

    /// <summary>The recipient as the sender gave it, without its address type; null where not given.</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>The Message-ID of the message reported on, with its angle brackets, or null.</summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>What happened, in lower case: <c>displayed</c>, <c>deleted</c>, <c>dispatched</c>, <c>processed</c>; null where not given.</summary>
    public string? Disposition { get; init; }

    /// <summary>Whether a person caused it (<c>manual-action</c>) rather than a program.</summary>
    public bool IsManual { get; init; }

    /// <summary>What modifies the disposition, in lower case, such as <c>error</c>.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>What was returned of the original message, or null.</summary>
    public MailDocument? OriginalMessage { get; init; }

    /// <summary>Reads the report of a message.</summary>
    /// <param name="document">The message.</param>
    /// <returns>The report, or null where the message holds none.</returns>
    /// <exception cref="IOException">The stream of the message could not be read.</exception>
    public static DispositionReport? Read(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var part = ReportParts.Find(document, "disposition-notification", "global-disposition-notification");
        if (part is null)
            return null;
        var fields = FieldGroups.Read(part).FirstOrDefault();
        var original = ReportParts.Original(document, part);
        // disposition-mode ";" disposition-type ["/" modifier *("," modifier)], RFC 8098 section 3.2.6
        var disposition = (ReportFields.Text(fields, "Disposition") ?? "").ToLowerInvariant();
        var semicolon = disposition.IndexOf(';', StringComparison.Ordinal);
        var kind = disposition[(semicolon + 1)..].Split('/', 2, StringSplitOptions.TrimEntries);
        return new DispositionReport
        {
            ReportingUserAgent = ReportFields.Text(fields, "Reporting-UA"),
            FinalRecipient = ReportFields.Address(fields, "Final-Recipient"),
            OriginalRecipient = ReportFields.Address(fields, "Original-Recipient"),
            OriginalMessageId = ReportFields.Id(fields, "Original-Message-ID") ?? original?.MessageId,
            Disposition = kind[0].Length == 0 ? null : kind[0],
            IsManual = semicolon > 0 && disposition.AsSpan(0, semicolon).Contains("manual-action", StringComparison.Ordinal),
            Modifiers = kind.Length < 2 ? [] : kind[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            OriginalMessage = original,
        };
    }
}
