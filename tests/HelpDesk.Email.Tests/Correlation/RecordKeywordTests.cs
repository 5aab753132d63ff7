using HelpDesk.Email.Correlation;

namespace HelpDesk.Email.Tests.Correlation;

public sealed class RecordKeywordTests
{
    [Theory]
    [InlineData("Re: [Ticket - 1234] Printer", "Ticket/1234")]
    [InlineData("[ticket-1234][Asset -7]", "ticket/1234,Asset/7")]
    [InlineData("[ Work  Order – 12 ]", "Work Order/12")]
    [InlineData("[Ticket — INC-0042]", "Ticket/INC-0042")]
    [InlineData("[E-Mail - 5]", "E-Mail/5")]
    [InlineData("[Ticket\n- 5]", "Ticket/5")]
    [InlineData("[Ticket - #5]", "Ticket/5")]
    [InlineData("［Ticket － １２］", "Ticket/12")]
    [InlineData("[[Ticket - 5]]", "Ticket/5")]
    [InlineData("[Ticket - printer]", "")]
    [InlineData("[Ticket - 5 6]", "")]
    [InlineData("[Ticket 5]", "")]
    [InlineData("[Ticket - 5 - delete]", "")]
    [InlineData("[Ticket - 5 - 6 - 7]", "")]
    [InlineData("[- 5]", "")]
    [InlineData("[-]", "")]
    [InlineData("[Ticket - ]", "")]
    [InlineData("Ticket - 5", "")]
    [InlineData("[Ticket - 5", "")]
    [InlineData("", "")]
    public void Module_and_number_stand_in_brackets_around_a_dash(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', RecordKeyword.Find(text).Where(keyword => keyword.IsNumbered).Select(keyword => $"{keyword.Module}/{keyword.Id}")));

    [Fact]
    public void A_keyword_tells_where_it_stands()
    {
        const string Text = "Re: [Ticket - 1234] Printer";

        var keyword = Assert.Single(RecordKeyword.Find(Text));

        Assert.Equal("[Ticket - 1234]", Text[keyword.Start..keyword.End]);
        Assert.True(keyword.IsOf(["Asset", " ticket "]));
        Assert.False(keyword.IsOf(["Tickets"]));
    }

    [Theory]
    [InlineData("[Ticket - 5 - delete]", "delete", true)]
    [InlineData("[Ticket - new]", null, true)]
    [InlineData("[ticket-new]", null, false)]
    [InlineData("[INC-5 - 7]", null, true)]
    public void A_keyword_may_end_with_a_word_where_its_dashes_stand_between_spaces(string text, string? word, bool isSpaced)
    {
        var keyword = Assert.Single(RecordKeyword.Find(text));

        Assert.Equal(word, keyword.Word);
        Assert.Equal(isSpaced, keyword.IsSpaced);
    }
}
