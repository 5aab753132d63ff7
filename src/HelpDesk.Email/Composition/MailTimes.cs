using System.Globalization;

namespace HelpDesk.Email.Composition;

/// <summary>Dates and times as people read them.</summary>
internal static class MailTimes
{
    /// <summary>The day, written out.</summary>
    public static string Date(DateTimeOffset moment, Letterhead letterhead) =>
        Plain(TimeZoneInfo.ConvertTime(moment, letterhead.TimeZone).ToString("D", letterhead.Culture));

    /// <summary>The time of day, and how far it is from UTC: the reader may live elsewhere.</summary>
    public static string Time(DateTimeOffset moment, Letterhead letterhead)
    {
        var local = TimeZoneInfo.ConvertTime(moment, letterhead.TimeZone);
        var zone = local.Offset == TimeSpan.Zero ? "UTC"
            : string.Create(CultureInfo.InvariantCulture, $"UTC{(local.Offset < TimeSpan.Zero ? "-" : "+")}{local.Offset:hh\\:mm}");
        return $"{Plain(local.ToString("t", letterhead.Culture))} {zone}";
    }

    // Narrow no-break spaces are no characters of most of the charsets of mail.
    private static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
}
