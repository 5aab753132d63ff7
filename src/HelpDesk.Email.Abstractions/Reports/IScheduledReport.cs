namespace HelpDesk.Email.Reports;

/// <summary>A report that is mailed on a schedule. When, to whom and from which template is said by <c>Reports:NAME</c>.</summary>
/// <remarks>
/// Built for one period at a time, on any thread, by one process of an installation. It may be built again for a period
/// after a crash, and is mailed once all the same. What it throws is logged, and the report is tried again a little later.
/// </remarks>
public interface IScheduledReport
{
    /// <summary>Its name in the settings; letters, digits and <c>-</c>, compared without case.</summary>
    string Name { get; }

    /// <summary>Says what there is to say of a period.</summary>
    /// <returns><see langword="null"/> where there is nothing to say: no mail is sent then.</returns>
    ValueTask<ReportContent?> BuildAsync(ReportPeriod period, CancellationToken cancellationToken);
}
