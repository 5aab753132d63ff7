namespace HelpDesk.Email.Configuration;

/// <summary>When a report is mailed and to whom, below <c>Reports:NAME</c>. One of <c>Every</c>, <c>DailyAt</c> and <c>WeeklyOn</c> says when.</summary>
/// <remarks>Runs that were missed because nothing ran are made up by one, for the whole time. What a report is called says <c>docs/guides/schedules.md</c>.</remarks>
public sealed class ReportOptions
{
    /// <summary>Whether it is mailed.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The pause between two runs, counted from midnight UTC of 1 January 2000: <c>01:00</c> is every full hour. At least a minute.</summary>
    public TimeSpan? Every { get; set; }

    /// <summary>The time of day of a daily run, in <c>TimeZone</c>, for instance <c>06:30</c>.</summary>
    public TimeSpan? DailyAt { get; set; }

    /// <summary>The day of a weekly run.</summary>
    public DayOfWeek? WeeklyOn { get; set; }

    /// <summary>The time of day of a weekly run, in <c>TimeZone</c>.</summary>
    /// <value>The default is <c>06:00</c>.</value>
    public TimeSpan At { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The time zone of the times of day, by its IANA name, for instance <c>Europe/Vienna</c>. A time that the clocks leave out is the moment at which they jump; of a time that comes twice it is the first.</summary>
    /// <value>The default is UTC.</value>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Who gets it.</summary>
    public IList<string> To { get; set; } = [];

    /// <summary>The template of the mail; absent: <c>report</c>.</summary>
    public string? Template { get; set; }

    /// <summary>The mailbox it is mailed from; absent: the first.</summary>
    public string? Mailbox { get; set; }
}
