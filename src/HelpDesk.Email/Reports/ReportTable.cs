using HelpDesk.Email.Messages;

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

    /// <summary>The report with a name.</summary>
    /// <exception cref="HelpDeskConfigurationException">There is none.</exception>
    public IScheduledReport Get(string name) => _reports.GetValueOrDefault(name)
        ?? throw new HelpDeskConfigurationException(
            $"HelpDeskEmail:Reports:{name} names no report; there are {string.Join(", ", _reports.Keys.Order(StringComparer.Ordinal))}. Reports of your own are added with .AddReport<YourReport>().");
}
