namespace HelpDesk.Email.Reports;

/// <summary>The reports that are registered, by name; of two with one name the later.</summary>
internal sealed class ReportTable
{
    private readonly Dictionary<string, IScheduledReport> _reports = new(StringComparer.OrdinalIgnoreCase);

    public ReportTable(IEnumerable<IScheduledReport> reports)
    {
        foreach (var report in reports)
        {
            _reports[report.Name] = report;
        }
    }

    public IReadOnlyCollection<string> Names => _reports.Keys;

    public IScheduledReport? Find(string name) => _reports.GetValueOrDefault(name);
}
