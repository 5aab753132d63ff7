using HelpDesk.Email.Records;

namespace HelpDesk.Email.Tests.Records;

public sealed class RecordFieldsTests
{
    [Theory]
    [InlineData("Place: Hall\nUntil : 12:30\n\nThe lift\nis out.", "Place=Hall|Until=12:30", "The lift\nis out.")]
    [InlineData("\nPlace:\n\n\nText", "Place=", "Text")]
    [InlineData("Place: Hall", "Place=Hall", "")]
    [InlineData("Place: Hall\nplace: Roof\n\nText", "Place=Roof", "Text")]
    [InlineData("Place: Hall\nThe lift is out.", "", "Place: Hall\nThe lift is out.")]
    [InlineData("The lift is out.\n\nPlace: Hall", "", "The lift is out.\n\nPlace: Hall")]
    [InlineData("http://example.test\n\nText", "http=//example.test", "Text")]
    [InlineData("", "", "")]
    public void Lines_at_the_top_are_fields_when_all_of_them_are(string text, string fields, string rest)
    {
        var (read, left) = RecordFields.Split(text, _ => true);

        Assert.Equal(fields, string.Join('|', read.Select(field => $"{field.Key}={field.Value}")));
        Assert.Equal(rest, left);
    }

    [Fact]
    public void A_name_that_is_none_makes_all_of_it_text()
    {
        var (fields, text) = RecordFields.Split("Status: closed\nNote: call me\n\nBye", name => name == "Status");

        Assert.Empty(fields);
        Assert.Equal("Status: closed\nNote: call me\n\nBye", text);
    }
}
