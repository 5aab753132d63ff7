namespace HelpDesk.Email.Reports;

/// <summary>What a report is about.</summary>
/// <param name="From">When the report before was due: this one begins there. More than one pause of the schedule ago where runs were missed.</param>
/// <param name="To">When this one is due, excluded.</param>
/// <param name="TimeZone">The time zone of its schedule.</param>
public sealed record ReportPeriod(DateTimeOffset From, DateTimeOffset To, TimeZoneInfo TimeZone);
