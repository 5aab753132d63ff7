using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;

namespace HelpDesk.Email.Tests.Content;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("Thanks.\n\nOn Mon, 5 Jan 2026, Help desk wrote:\n> old", "Thanks.")]
    [InlineData("Thanks.\n\nOn Mon, 5 Jan 2026,\nHelp desk <support@helpdesk.test>\nwrote:\n> old\n> older", "Thanks.")]
    [InlineData("Danke.\n\nAm 05.01.2026 um 10:00 schrieb Ann:\n> alt", "Danke.")]
    [InlineData("Thanks.\n\n-----Original Message-----\nFrom: a\nold", "Thanks.")]
    [InlineData("Thanks.\n\nFrom: Help desk\nSent: Monday\nTo: Ann\nSubject: Re\n\nold", "Thanks.")]
    [InlineData("Thanks.\n\n________________________________\nold", "Thanks.")]
    [InlineData("> question?\nanswer", "> question?\nanswer")]
    [InlineData("> only a quotation", "> only a quotation")]
    [InlineData("On Monday I wrote:\nnothing", "On Monday I wrote:\nnothing")]
    [InlineData("", "")]
    public void The_reply_is_what_the_person_wrote(string text, string reply) =>
        Assert.Equal(reply, ReplyText.Split(text, new ReplyParsingOptions()).Reply);

    [Fact]
    public void A_signature_is_cut_unless_it_is_to_stay()
    {
        const string Text = "Hello\n\n-- \nAnn\nExample Ltd";

        Assert.Equal("Hello", ReplyText.Split(Text, new ReplyParsingOptions()).Reply);
        Assert.Equal("-- \nAnn\nExample Ltd", ReplyText.Split(Text, new ReplyParsingOptions()).Signature);
        Assert.Equal(Text, ReplyText.Split(Text, new ReplyParsingOptions { CutSignatures = false }).Reply);
    }

    [Fact]
    public void A_delimiter_of_ones_own_ends_the_reply()
    {
        var options = new ReplyParsingOptions { Delimiters = { "## Please reply above this line ##" } };

        Assert.Equal("Yes.", ReplyText.Split("Yes.\n\n> ## Please reply above this line ##\n> old", options).Reply);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('\n')]
    [InlineData('-')]
    public void A_megabyte_of_one_character_is_read_in_one_go(char c) =>
        Assert.NotNull(ReplyText.Split(new string(c, 1_000_000), new ReplyParsingOptions()));

    [Fact]
    public void A_megabyte_of_attributions_is_read_in_one_go() =>
        Assert.NotNull(ReplyText.Split(string.Concat(Enumerable.Repeat("On 1 wrote:\nx\n", 70_000)), new ReplyParsingOptions()));
}
