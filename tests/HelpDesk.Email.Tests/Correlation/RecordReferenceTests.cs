using HelpDesk.Email.Correlation;

namespace HelpDesk.Email.Tests.Correlation;

public sealed class RecordReferenceTests
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
    [InlineData("[- 5]", "")]
    [InlineData("[-]", "")]
    [InlineData("[Ticket - ]", "")]
    [InlineData("Ticket - 5", "")]
    [InlineData("[Ticket - 5", "")]
    [InlineData("", "")]
    public void Module_and_number_stand_in_brackets_around_a_dash(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', RecordReference.Find(text).Select(reference => $"{reference.Module}/{reference.Id}")));

    [Fact]
    public void A_keyword_tells_where_it_stands()
    {
        const string Text = "Re: [Ticket - 1234] Printer";

        var reference = Assert.Single(RecordReference.Find(Text));

        Assert.Equal("[Ticket - 1234]", Text[reference.Start..reference.End]);
        Assert.True(reference.IsOf(["Asset", " ticket "]));
        Assert.False(reference.IsOf(["Tickets"]));
    }
}
