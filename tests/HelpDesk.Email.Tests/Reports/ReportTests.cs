using HelpDesk.Email.Messages;
using HelpDesk.Email.Reports;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Reports;

[Trait("Feature", "NO-18")]
public sealed class ReportTests
{
    private readonly SeenTemplates _templates = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_mailed_to_all_who_get_it_each_time_that_it_is_due()
    {
        await using var desk = await StartAsync(("Reports:orders:DailyAt", "06:30"));

        await desk.AdvanceToAsync(At("2026-01-07T12:00:00Z"), Token);

        Assert.Equal(4, desk.Transport.Sent.Count);
        Assert.Equal(["boss@example.test", "chief@example.test"], desk.Transport.Sent.SelectMany(mail => mail.Recipients).Distinct().Order());
        Assert.Equal([At("2026-01-05T06:30:00Z"), At("2026-01-06T06:30:00Z")], OrdersOf(desk).Built.Select(period => period.From));
        Assert.Equal([At("2026-01-06T06:30:00Z"), At("2026-01-07T06:30:00Z")], OrdersOf(desk).Built.Select(period => period.To));
        var report = SeenTemplates.Of(_templates.Seen[0].Model, "report");
        Assert.Equal(("report", "Orders", "Two."), (_templates.Seen[0].Template, report["title"], report["text"]));
        Assert.Equal("<b>Two.</b>", report["html"]);
        Assert.Contains("Auto-Submitted: auto-generated", desk.Transport.Sent[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_by_one_for_the_whole_time()
    {
        await using var desk = await StartAsync(("Reports:orders:DailyAt", "06:30"));
        await desk.AdvanceToAsync(At("2026-01-06T12:00:00Z"), Token);

        // Nothing runs for ten days.
        desk.Clock.AdvanceTo(At("2026-01-16T12:00:00Z"));
        await desk.AdvanceToAsync(At("2026-01-16T13:00:00Z"), Token);

        Assert.Equal(2, OrdersOf(desk).Built.Count);
        Assert.Equal((At("2026-01-06T06:30:00Z"), At("2026-01-16T06:30:00Z")), (OrdersOf(desk).Built[1].From, OrdersOf(desk).Built[1].To));
    }

    [Fact]
    public async Task A_report_that_was_just_switched_on_waits_for_its_time()
    {
        await using var desk = await StartAsync(("Reports:orders:WeeklyOn", "Monday"));

        await desk.AdvanceAsync(TimeSpan.FromDays(6), Token);

        Assert.Empty(desk.Transport.Sent);
    }

    [Fact]
    public async Task A_report_that_fails_is_tried_again_and_takes_no_other_along()
    {
        await using var desk = await StartAsync(("Reports:orders:DailyAt", "06:30"), ("Reports:tickets:DailyAt", "06:30"), ("Reports:tickets:To:0", "boss@example.test"));
        OrdersOf(desk).Failures = 2;

        await desk.AdvanceToAsync(At("2026-01-06T06:31:00Z"), Token);
        Assert.Single(desk.Transport.Sent);

        await desk.AdvanceToAsync(At("2026-01-06T06:50:00Z"), Token);
        Assert.Equal(3, desk.Transport.Sent.Count);
    }

    [Fact]
    public async Task Two_processes_or_a_crash_in_between_mail_it_once()
    {
        await using var desk = await StartAsync(("Reports:orders:DailyAt", "06:30"));
        await desk.AdvanceToAsync(At("2026-01-06T07:00:00Z"), Token);

        // As if the process had ended right after handing it over.
        await desk.Services.GetRequiredService<ScheduleMemory>().WriteAsync("report orders", At("2026-01-05T09:00:00Z"), Token);
        await desk.AdvanceToAsync(At("2026-01-06T08:00:00Z"), Token);

        Assert.Equal(2, OrdersOf(desk).Built.Count);
        Assert.Equal(2, desk.Transport.Sent.Count);
    }

    [Fact]
    public async Task A_report_without_news_is_not_mailed()
    {
        await using var desk = await StartAsync(("Reports:orders:DailyAt", "06:30"));
        OrdersOf(desk).HasNews = false;

        await desk.AdvanceAsync(TimeSpan.FromDays(2), Token);

        Assert.Equal(2, OrdersOf(desk).Built.Count);
        Assert.Empty(desk.Transport.Sent);
    }

    [Fact]
    public async Task The_built_in_report_counts_what_came_what_was_closed_and_what_waits()
    {
        await using var desk = await StartAsync(("Reports:tickets:DailyAt", "06:30"), ("Reports:tickets:To:0", "boss@example.test"));
        Add(desk, "1", TicketStatus.Open, "2026-01-01T00:00:00Z", null);
        Add(desk, "2", TicketStatus.New, "2026-01-05T12:00:00Z", null);
        Add(desk, "3", TicketStatus.Closed, "2026-01-01T00:00:00Z", "2026-01-05T12:00:00Z");
        Add(desk, "4", TicketStatus.Closed, "2026-01-01T00:00:00Z", "2026-01-02T12:00:00Z");

        await desk.AdvanceToAsync(At("2026-01-06T07:00:00Z"), Token);

        var report = SeenTemplates.Of(Assert.Single(_templates.Seen).Model, "report");
        Assert.Equal("Tickets from 2026-01-05 06:30 to 2026-01-06 06:30", report["title"]);
        Assert.Equal(
            "New in this time: 1\nClosed in this time: 1\nOpen now: 2\n  New: 1\n  Open: 1\n  in Support: 2\n\nOpen for longest:\n"
            + "1  2026-01-01 00:00  Open  <b>Printer</b> 1\n2  2026-01-05 12:00  New  <b>Printer</b> 2\n",
            report["text"]);
        Assert.Contains("&lt;b&gt;Printer&lt;/b&gt; 1", Assert.IsType<string>(report["html"]), StringComparison.Ordinal);
    }

    private static void Add(HelpDeskHarness desk, string number, TicketStatus status, string created, string? closed) =>
        desk.Tickets.Add(new TicketSnapshot(number, $"<b>Printer</b> {number}", status, EmailAddress.Create("ann@example.test"))
        {
            Department = "Support",
            Created = At(created),
            ClosedAt = closed is null ? null : At(closed),
        });

    private static OrdersReport OrdersOf(HelpDeskHarness desk) => desk.Services.GetServices<IScheduledReport>().OfType<OrdersReport>().Single();

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            if (settings.Any(setting => setting.Key.StartsWith("Reports:orders", StringComparison.Ordinal)))
            {
                options.Settings["Reports:orders:To:0"] = "boss@example.test";
                options.Settings["Reports:orders:To:1"] = "chief@example.test";
            }

            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }

            options.Compose = mail =>
            {
                _templates.Use(mail);
                mail.AddReport<OrdersReport>();
            };
        },
        Token);

    private sealed class OrdersReport : IScheduledReport
    {
        public string Name => "orders";

        public List<ReportPeriod> Built { get; } = [];

        public bool HasNews { get; set; } = true;

        public int Failures { get; set; }

        public ValueTask<ReportContent?> BuildAsync(ReportPeriod period, CancellationToken cancellationToken)
        {
            if (Failures-- > 0)
            {
                throw new InvalidOperationException("The database of the shop is away.");
            }

            Built.Add(period);
            return ValueTask.FromResult(HasNews ? new ReportContent("Orders", "Two.") { Html = "<b>Two.</b><script>x</script>" } : null);
        }
    }
}
