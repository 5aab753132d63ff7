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
    [InlineData("Re:#123", "#", "123")]
    [InlineData("#123, and #124.", "#", "123,124")]
    [InlineData("##123", "#", "123")]
    [InlineData("###12", "##", "12")]
    [InlineData("a#123 _#124 9#125", "#", "")]
    [InlineData("#123abc", "#", "123abc")]
    [InlineData("https://desk.example/#123", "#", "123")]
    [InlineData("https://desk.example/page#123", "#", "")]
    [InlineData("https://Ticket#123/x", "Ticket#", "123")]
    [InlineData("(#123)", "#", "123")]
    [InlineData("<#123>", "#", "123")]
    [InlineData("{#123}", "#", "123")]
    [InlineData("#2024-0042", "#", "2024-0042")]
    [InlineData("#1234-Printer-2", "#", "1234")]
    [InlineData("#INC-2024-0042-Printer", "#", "INC-2024-0042")]
    [InlineData("#12/3.4", "#", "12/3.4")]
    [InlineData("[#A1-B2:C3]", "#", "A1-B2:C3,A1")]
    [InlineData("it&#8217;s #12", "#", "12")]
    [InlineData("＃１２３４ and 【#5】", "#", "1234,5")]
    [InlineData("件名#123号", "#", "123")]
    [InlineData("Plan for 2024, call +49 170 1234567", "#", "")]
    [InlineData("#1234567890123", "#", "1234567890123")]
    [InlineData("#12345678901234567890123456789012345678901", "#", "")]
    [InlineData("TICKET 123", "ticket ", "123")]
    [InlineData("TICKET \n 123 and ticket\t124", "Ticket ", "123,124")]
    [InlineData("TICKET123", "Ticket ", "")]
    [InlineData("My ticket no.  7", "Ticket No. ", "7")]
    [InlineData("INC0042 and INCOMING and linc0043", "INC", "0042")]
    [InlineData("TICKET-7", "ticket-", "7")]
    [InlineData("a.b*1 a.b*2", ".b*", "")]
    [InlineData("(a.b*1)", "a.b*", "1")]
    [InlineData("a+b?1", "a+b?", "1")]
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
        Assert.Empty(TicketTags.Find(new string(' ', 1_000_000), "# "));
        Assert.Empty(TicketTags.Find(string.Concat(Enumerable.Repeat("T ", 500_000)), "T T T T T T T T T T T T T#"));
        Assert.Empty(RecordKeyword.Find(new string('[', 1_000_000)));
        Assert.Empty(RecordKeyword.Find(string.Concat(Enumerable.Repeat("[Ticket - ", 100_000))));
    }
}
