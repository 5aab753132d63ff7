using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Explaining;

/// <summary>Reads the delivery report of a mail, and judges each recipient by the codes in it.</summary>
internal static class ReportReader
{
    private const int LongestCode = 16;

    // RFC 3463 section 3.2 and RFC 7505 section 5; 4.4 is a host that has no way to it (section 3.5).
    private static readonly (int Subject, int Detail)[] DeadAddresses = [(1, 1), (1, 2), (1, 3), (1, 6), (1, 10), (4, 4)];

    /// <returns>The report, or <see langword="null"/> where the mail has none of RFC 3464.</returns>
    public static ExplainedReport? Read(MailDocument document, string? reportedMessageId)
    {
        var report = DeliveryReport.Read(document);
        return report is null
            ? null
            : new ExplainedReport(report.OriginalMessageId ?? reportedMessageId, [.. report.Recipients.Select(Judge)]);
    }

    private static ExplainedRecipient Judge(DeliveryReportRecipient recipient)
    {
        var said = FindCode(recipient.DiagnosticCode);

        // Many servers write 5.0.0 and put what they know into the diagnostic.
        var code = recipient.Status is { Subject: 0 } vague && said?.Class == vague.Class ? said : recipient.Status ?? said;
        return new ExplainedRecipient(recipient.FinalRecipient ?? recipient.OriginalRecipient, recipient.Action, recipient.Status ?? said, recipient.DiagnosticCode)
        {
            IsPermanent = code?.IsPermanent ?? BeginsWithPermanentReply(recipient.DiagnosticCode),
            IsAddressInvalid = code is { IsPermanent: true } known && DeadAddresses.Contains((known.Subject, known.Detail)),
        };
    }

    private static EnhancedStatusCode? FindCode(string? diagnostic)
    {
        for (var i = 0; i + 1 < diagnostic?.Length; i++)
        {
            var startsWord = i == 0 || !(char.IsLetterOrDigit(diagnostic[i - 1]) || diagnostic[i - 1] == '.');
            if (startsWord && diagnostic[i] is '4' or '5' && diagnostic[i + 1] == '.'
                && EnhancedStatusCode.TryParse(diagnostic.AsSpan(i, Math.Min(LongestCode, diagnostic.Length - i)), out var code))
            {
                return code;
            }
        }

        return null;
    }

    private static bool BeginsWithPermanentReply(string? diagnostic) =>
        diagnostic?.TrimStart() is ['5', >= '0' and <= '9', >= '0' and <= '9', ..] text && (text.Length == 3 || !char.IsLetterOrDigit(text[3]));
}
