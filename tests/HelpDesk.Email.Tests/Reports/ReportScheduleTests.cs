using HelpDesk.Email.Configuration;
using HelpDesk.Email.Reports;

namespace HelpDesk.Email.Tests.Reports;

[Trait("Feature", "NO-18")]
public sealed class ReportScheduleTests
{
    [Theory]
    [InlineData("2026-01-05T09:00:00Z", "2026-01-05T05:30:00Z", "2026-01-06T05:30:00Z")]
    [InlineData("2026-01-05T05:30:00Z", "2026-01-05T05:30:00Z", "2026-01-06T05:30:00Z")]
    [InlineData("2026-01-05T05:29:59Z", "2026-01-04T05:30:00Z", "2026-01-05T05:30:00Z")]
    [InlineData("2026-07-05T23:30:00Z", "2026-07-05T04:30:00Z", "2026-07-06T04:30:00Z")]
    public void Daily_means_the_same_time_of_day_in_winter_and_summer(string now, string last, string next) =>
        Expect(Vienna(new ReportOptions { DailyAt = new TimeSpan(6, 30, 0) }), now, last, next);

    [Theory]
    [InlineData("2026-01-05T09:00:00Z", "2026-01-05T05:00:00Z", "2026-01-12T05:00:00Z")]
    [InlineData("2026-01-05T04:59:00Z", "2025-12-29T05:00:00Z", "2026-01-05T05:00:00Z")]
    [InlineData("2026-01-11T23:30:00Z", "2026-01-05T05:00:00Z", "2026-01-12T05:00:00Z")]
    public void Weekly_means_one_day_of_the_week(string now, string last, string next) =>
        Expect(Vienna(new ReportOptions { WeeklyOn = DayOfWeek.Monday }), now, last, next);

    [Theory]
    [InlineData("2026-01-05T09:17:00Z", "2026-01-05T09:00:00Z", "2026-01-05T10:00:00Z")]
    [InlineData("2026-01-05T10:00:00Z", "2026-01-05T10:00:00Z", "2026-01-05T11:00:00Z")]
    public void Every_hour_is_every_full_hour(string now, string last, string next) =>
        Expect(Vienna(new ReportOptions { Every = TimeSpan.FromHours(1) }), now, last, next);

    // On 29 March 2026 the clocks of Vienna go from 02:00 to 03:00.
    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    public void A_time_that_the_clocks_leave_out_is_the_moment_at_which_they_jump(string now, string last, string next) =>
        Expect(Vienna(new ReportOptions { DailyAt = new TimeSpan(2, 30, 0) }), now, last, next);

    // On 25 October 2026 the clocks of Vienna go from 03:00 back to 02:00.
    [Theory]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T00:31:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("2026-10-25T01:31:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void A_time_that_comes_twice_is_due_once_the_first_time(string now, string last, string next) =>
        Expect(Vienna(new ReportOptions { DailyAt = new TimeSpan(2, 30, 0) }), now, last, next);

    [Fact]
    public void The_next_one_is_always_later_and_the_one_after_it_the_next()
    {
        var schedule = Vienna(new ReportOptions { DailyAt = new TimeSpan(2, 30, 0) });
        var now = At("2026-01-01T00:00:00Z");
        for (var i = 0; i < 400; i++)
        {
            var next = schedule.NextDue(now);
            Assert.True(next > now);
            Assert.Equal(next, schedule.LatestDue(next));
            Assert.Equal(schedule.LatestDue(now), schedule.LatestDue(next - TimeSpan.FromTicks(1)));
            Assert.InRange((next - now).TotalHours, 0, 25);
            now = next;
        }
    }

    private static ReportSchedule Vienna(ReportOptions options)
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Vienna", out _), "This machine has no time zones: install tzdata.");
        options.TimeZone = "Europe/Vienna";
        return ReportSchedule.Of(options);
    }

    private static void Expect(ReportSchedule schedule, string now, string last, string next) =>
        Assert.Equal((At(last), At(next)), (schedule.LatestDue(At(now)), schedule.NextDue(At(now))));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
