using System.Globalization;

namespace HelpDesk.Email.Mime.Tests.Headers;

public sealed class DateTests
{
    [Theory]
    [InlineData("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00")]
    [InlineData("21 Nov 1997 09:55 -0600", "1997-11-21T09:55:00-06:00")]
    [InlineData("Fri, 21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06+00:00")]
    [InlineData("1 Jan 05 00:00:00 +0000", "2005-01-01T00:00:00+00:00")]
    [InlineData("1 Jan 105 00:00:00 +0000", "2005-01-01T00:00:00+00:00")]
    [InlineData("Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)", "1969-02-13T23:32:00-03:30")]
    [InlineData("Thu,\r\n 13\r\n  Feb 1969 23:32 -0330", "1969-02-13T23:32:00-03:30")]
    [InlineData("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 EST", "2020-10-05T10:00:00-05:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 CEST", "2020-10-05T10:00:00+02:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 XYZ", "2020-10-05T10:00:00+00:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 +0200 (CEST)", "2020-10-05T10:00:00+02:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 GMT+0200", "2020-10-05T10:00:00+02:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 +02:00", "2020-10-05T10:00:00+02:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00", "2020-10-05T10:00:00+00:00")]
    [InlineData("Mon, 05 Oct 2020", "2020-10-05T00:00:00+00:00")]
    [InlineData("Mon Oct  5 10:00:00 2020", "2020-10-05T10:00:00+00:00")]
    [InlineData("Mon Oct  5 10:00:00 CEST 2020", "2020-10-05T10:00:00+02:00")]
    [InlineData("Mon, Oct 5, 2020 at 3:07 PM", "2020-10-05T15:07:00+00:00")]
    [InlineData("5-Oct-2020 10:00:00 +0200", "2020-10-05T10:00:00+02:00")]
    [InlineData("05/10/2020 10:00", "2020-10-05T10:00:00+00:00")]
    [InlineData("10/25/2020 10:00", "2020-10-25T10:00:00+00:00")]
    [InlineData("05.10.2020 10:00:01", "2020-10-05T10:00:01+00:00")]
    [InlineData("2020-10-05T10:00:00+02:00", "2020-10-05T10:00:00+02:00")]
    [InlineData("2020-10-05T10:00:00Z", "2020-10-05T10:00:00+00:00")]
    [InlineData("2020-10-05 10:00:00.123 +0200", "2020-10-05T10:00:00+02:00")]
    [InlineData("Mon, 05 October 2020 10:00:60 +0200", "2020-10-05T10:00:59+02:00")]
    [InlineData("Mon, 05 Oct 2020 10:00:00 +9999", "2020-10-05T10:00:00+00:00")]
    public void Dates_are_read_in_the_forms_they_come_in(string text, string expected)
    {
        Assert.True(MailDates.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("32 Oct 2020 10:00:00 +0000")]
    [InlineData("30 Feb 2020 10:00:00 +0000")]
    [InlineData("10:00:00")]
    [InlineData("((((((")]
    [InlineData("99999999999999999999 Oct 2020")]
    public void What_is_no_date_is_refused(string text) => Assert.False(MailDates.TryParse(text, out _));

    [Fact]
    public void An_unreadable_date_is_a_defect_of_the_message()
    {
        var document = Written.Read("Date: yesterday", "", "text");
        Assert.Null(document.Date);
        Assert.Contains(document.Defects, defect => defect.Kind == MailDefectKind.MalformedDate);
    }

    [Theory]
    [InlineData("2026-11-21T10:00:00+01:00", "Sat, 21 Nov 2026 10:00:00 +0100")]
    [InlineData("2026-01-02T23:04:05-03:30", "Fri, 02 Jan 2026 23:04:05 -0330")]
    public void Dates_are_written_as_the_standard_wants_them(string date, string expected) =>
        Assert.Equal(expected, MailDates.Format(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)));
}
