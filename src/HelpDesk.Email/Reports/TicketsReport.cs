using System.Globalization;
using System.Net;
using System.Text;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Reports;

/// <summary>The report <c>tickets</c>: what came, what was closed, what waits.</summary>
internal sealed class TicketsReport(IServiceProvider services) : IScheduledReport
{
    private const int MaxTickets = 100_000;
    private const int MaxOldest = 10;

    public string Name => "tickets";

    public async ValueTask<ReportContent?> BuildAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var queries = services.GetRequiredService<ITicketQueries>();
        var (made, closed) = (0, 0);
        var waiting = new List<TicketSnapshot>();
        await foreach (var ticket in queries.ListAsync(MaxTickets, cancellationToken).ConfigureAwait(false))
        {
            made += ticket.Created >= period.From && ticket.Created < period.To ? 1 : 0;
            closed += ticket.ClosedAt >= period.From && ticket.ClosedAt < period.To ? 1 : 0;
            if (ticket.Status != TicketStatus.Closed)
            {
                waiting.Add(ticket);
            }
        }

        var title = $"Tickets from {Show(period.From, period)} to {Show(period.To, period)}";
        (string Name, int Count)[] counts =
        [
            ("New in this time", made),
            ("Closed in this time", closed),
            ("Open now", waiting.Count),
            .. waiting.GroupBy(ticket => ticket.Status).OrderBy(same => same.Key).Select(same => ($"  {same.Key}", same.Count())),
            .. waiting.GroupBy(ticket => ticket.Department ?? "(no department)", StringComparer.OrdinalIgnoreCase).OrderBy(same => same.Key, StringComparer.OrdinalIgnoreCase).Select(same => ($"  in {same.Key}", same.Count())),
        ];
        var oldest = waiting.OrderBy(ticket => ticket.Created).Take(MaxOldest).ToList();
        return new ReportContent(title, Text(counts, oldest, period)) { Html = Html(counts, oldest, period) };
    }

    private static string Show(DateTimeOffset moment, ReportPeriod period) =>
        TimeZoneInfo.ConvertTime(moment, period.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text((string Name, int Count)[] counts, List<TicketSnapshot> oldest, ReportPeriod period)
    {
        var text = new StringBuilder();
        foreach (var (name, count) in counts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {count}\n");
        }

        text.Append(oldest.Count > 0 ? "\nOpen for longest:\n" : string.Empty);
        foreach (var ticket in oldest)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ticket.Number}  {Show(ticket.Created, period)}  {ticket.Status}  {ticket.Subject}\n");
        }

        return text.ToString();
    }

    private static string Html((string Name, int Count)[] counts, List<TicketSnapshot> oldest, ReportPeriod period)
    {
        var html = new StringBuilder("<table>");
        foreach (var (name, count) in counts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{WebUtility.HtmlEncode(name.Replace("  ", "\u00A0\u00A0", StringComparison.Ordinal))}</td><td>{count}</td></tr>");
        }

        html.Append("</table>");
        if (oldest.Count > 0)
        {
            html.Append("<p>Open for longest:</p><table>");
            foreach (var ticket in oldest)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{WebUtility.HtmlEncode(ticket.Number)}</td><td>{Show(ticket.Created, period)}</td><td>{ticket.Status}</td><td>{WebUtility.HtmlEncode(ticket.Subject)}</td></tr>");
            }

            html.Append("</table>");
        }

        return html.ToString();
    }
}
