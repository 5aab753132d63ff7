using HelpDesk.Email.Correlation;

namespace HelpDesk.Email.Tests.Correlation;

public sealed class TicketTagsTests
{
    [Theory]
    [InlineData("Re: [#1234] Printer", "#", "1234")]
    [InlineData("Re: #1234: Printer", "#", "1234")]
    [InlineData("[Ticket#1234] and (ticket#99)", "Ticket#", "1234,99")]
    [InlineData("#close# #1234", "#", "1234")]
    [InlineData("(#INC-0042)", "#", "INC-0042")]
    [InlineData("#1234-Printer", "#", "1234")]
    [InlineData("see hd://Ticket#7.", "Ticket#", "7")]
    [InlineData("#1 #1 #2", "#", "1,2")]
    [InlineData("We like C#1 and x#2", "#", "")]
    [InlineData("MyTicket#1234", "Ticket#", "")]
    [InlineData("#12ab34_x", "#", "12ab34_x")]
    [InlineData("no tag, 1234", "#", "")]
    [InlineData("##", "#", "")]
    [InlineData("", "#", "")]
    public void Numbers_stand_behind_the_prefix_and_are_no_part_of_a_longer_word(string text, string prefix, string numbers) =>
        Assert.Equal(numbers, string.Join(',', TicketTags.Find(text, prefix)));

    [Fact]
    public void What_is_written_is_found_again() =>
        Assert.Equal(["INC-7"], TicketTags.Find($"Re: Hello {TicketTags.Write("Ticket#", "INC-7")}", "Ticket#"));

    [Fact]
    public void A_megabyte_of_prefixes_is_read_in_one_go()
    {
        var text = new string('#', 1_000_000);

        Assert.Empty(TicketTags.Find(text, "#"));
    }
}
