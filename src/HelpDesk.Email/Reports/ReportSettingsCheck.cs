using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Reports;

/// <summary>Says what is wrong with <c>Reports</c>.</summary>
/// <remarks>Whether there is such a report is for <see cref="ReportNames"/>: a report may itself want the settings.</remarks>
internal sealed class ReportSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options) => options.Reports.SelectMany(report => Check(report.Key, report.Value, options));

    private static IEnumerable<string> Check(string name, ReportOptions report, HelpDeskEmailOptions options)
    {
        if (!report.Enabled)
        {
            return [];
        }

        var key = $"Reports:{name}";
        return
        [
            .. CheckTimes(key, report),
            .. report.To.Count == 0 ? [$"HelpDeskEmail:{key}:To names nobody; write the addresses of those who get the report."] : AddressCheck.OfList($"{key}:To", report.To, "boss@example.com"),
            .. TimeZoneInfo.TryFindSystemTimeZoneById(report.TimeZone, out _) ? Array.Empty<string>() : [$"HelpDeskEmail:{key}:TimeZone is '{report.TimeZone}', which this machine does not know; write an IANA name, for instance Europe/Vienna."],
            .. report.Mailbox is { } mailbox && !options.Mailboxes.ContainsKey(mailbox) ? [$"HelpDeskEmail:{key}:Mailbox is '{mailbox}', and there is no such mailbox; there are {string.Join(", ", options.Mailboxes.Keys)}."] : Array.Empty<string>(),
            .. report.Template is { } template && string.IsNullOrWhiteSpace(template) ? [$"HelpDeskEmail:{key}:Template is empty; write the name of a template, or leave it out for 'report'."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> CheckTimes(string key, ReportOptions report)
    {
        if (new[] { report.Every is not null, report.DailyAt is not null, report.WeeklyOn is not null }.Count(isSaid => isSaid) != 1)
        {
            yield return $"HelpDeskEmail:{key} has to say when: write one of Every (01:00), DailyAt (06:30) and WeeklyOn (Monday).";
        }

        if (report.Every is { } every && Bounds.Check($"{key}:Every", every, TimeSpan.FromMinutes(1), TimeSpan.FromDays(366)) is { } tooOften)
        {
            yield return tooOften;
        }

        foreach (var (name, time) in new[] { ("DailyAt", report.DailyAt), ("At", report.At) })
        {
            if (time is { } given && (given < TimeSpan.Zero || given >= TimeSpan.FromDays(1)))
            {
                yield return $"HelpDeskEmail:{key}:{name} is {given}; write a time of day from 00:00 to 23:59.";
            }
        }

        if (report.WeeklyOn is { } day && !Enum.IsDefined(day))
        {
            yield return $"HelpDeskEmail:{key}:WeeklyOn is {day}; write one of {string.Join(", ", Enum.GetNames<DayOfWeek>())}.";
        }
    }
}
