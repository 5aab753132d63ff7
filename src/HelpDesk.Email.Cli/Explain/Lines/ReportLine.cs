using HelpDesk.Email.Explaining;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>What a delivery report says.</summary>
internal sealed record ReportLine(string? OriginalMessageId, IReadOnlyList<RecipientLine> Recipients)
{
    public static ReportLine? Of(ExplainedReport? report) =>
        report is null ? null : new ReportLine(report.OriginalMessageId, [.. report.Recipients.Select(RecipientLine.Of)]);
}
