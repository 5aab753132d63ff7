using HelpDesk.Email.Reports;

namespace HelpDesk.Email.Documentation.Tests.Guides;

#region scheduled-report
/// <summary>Tells how many orders there were.</summary>
internal sealed class OrdersReport(IOrderCount orders) : IScheduledReport
{
    public string Name => "orders";

    public async ValueTask<ReportContent?> BuildAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var count = await orders.CountAsync(period.From, period.To, cancellationToken);
        return count == 0 ? null : new ReportContent($"{count} orders", $"There were {count} orders since {period.From:u}.");
    }
}
#endregion
