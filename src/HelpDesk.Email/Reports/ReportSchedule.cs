using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Reports;

/// <summary>The moments at which a report is due. A pure function of the settings: whoever asks, and whenever, gets the same.</summary>
internal sealed class ReportSchedule(TimeSpan? every, TimeSpan timeOfDay, DayOfWeek? day, TimeZoneInfo zone)
{
    // A day more than a week on either side: the date there is not the date here.
    private const int Days = 8;

    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The zone of the times of day.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The schedule that the settings say; they have been checked.</summary>
    public static ReportSchedule Of(ReportOptions options) =>
        new(options.Every, options.DailyAt ?? options.At, options.WeeklyOn, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone));

    /// <summary>The last moment that is not later than this one.</summary>
    public DateTimeOffset LatestDue(DateTimeOffset now) =>
        every is { } pause ? Start + TimeSpan.FromTicks((now - Start).Ticks / pause.Ticks * pause.Ticks) : Around(now).Last(due => due <= now);

    /// <summary>The first moment that is later than this one.</summary>
    public DateTimeOffset NextDue(DateTimeOffset now) =>
        every is { } pause ? LatestDue(now) + pause : Around(now).First(due => due > now);

    private IEnumerable<DateTimeOffset> Around(DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, Zone).Date;
        return Enumerable.Range(-Days, (2 * Days) + 1)
            .Select(days => today.AddDays(days))
            .Where(date => day is null || date.DayOfWeek == day)
            .Select(At);
    }

    private DateTimeOffset At(DateTime date)
    {
        var local = date + timeOfDay;
        while (Zone.IsInvalidTime(local))
        {
            // The clocks leave this time out: the first one that there is, is the moment at which they jump.
            local += Minute;
        }

        // Of a time that comes twice the first, which is the one with the greater offset.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
