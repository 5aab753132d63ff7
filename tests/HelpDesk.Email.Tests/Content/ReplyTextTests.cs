using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Tests.Content;

public sealed class ReplyTextTests
{
    private static readonly ReplyParsingOptions Defaults = new();

    [Theory]
    [InlineData("Thanks.\n\nOn Mon, 5 Jan 2026, Help desk wrote:\n> old", "Thanks.")]
    [InlineData("Thanks.\n\nOn Mon, 5 Jan 2026,\nHelp desk <support@helpdesk.test>\nwrote:\n> old\n> older", "Thanks.")]
    [InlineData("Danke.\n\nAm 05.01.2026 um 10:00 schrieb Ann:\n> alt", "Danke.")]
    [InlineData("Thanks.\n\n-----Original Message-----\nFrom: a\nold", "Thanks.")]
    [InlineData("Thanks.\n\nFrom: Help desk\nSent: Monday\nTo: Ann\nSubject: Re\n\nold", "Thanks.")]
    [InlineData("Thanks.\n\n________________________________\nFrom: Help desk\nSent: Monday\n\nold", "Thanks.")]
    [InlineData("> question?\nanswer", "> question?\nanswer")]
    [InlineData("> only a quotation", "> only a quotation")]
    [InlineData("On Monday I wrote:\nnothing", "On Monday I wrote:\nnothing")]
    [InlineData("\n\n    indented\n  less\n\n", "    indented\n  less")]
    [InlineData("", "")]
    public void The_reply_is_what_the_person_wrote(string text, string reply) => Assert.Equal(reply, OfText(text).Reply);

    [Fact]
    public void A_signature_is_cut_unless_it_is_to_stay()
    {
        const string Text = "Hello\n\n-- \nAnn\nExample Ltd";

        Assert.Equal("Hello", OfText(Text).Reply);
        Assert.Equal("-- \nAnn\nExample Ltd", OfText(Text).Signature);
        Assert.Equal(Text, ReplyText.Split(new InboundMail { MessageId = "<a@b>", Text = Text }, new ReplyParsingOptions { CutSignatures = false }).Reply);
    }

    [Fact]
    public void A_delimiter_of_ones_own_ends_the_reply()
    {
        var options = new ReplyParsingOptions { Delimiters = { "## Please reply above this line ##", " " } };

        var mail = new InboundMail { MessageId = "<a@b>", Text = "Yes.\n\n## Please reply above this line ##\nold\n \nolder" };
        Assert.Equal("Yes.", ReplyText.Split(mail, options).Reply);
    }

    [Theory]
    [InlineData("Fwd: Printer", "look\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: Printer\n\nold")]
    [InlineData("[Support] WG: Drucker", "look\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: Printer\n\nold")]
    [InlineData("转发：打印机", "look\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: Printer\n\nold")]
    [InlineData("Re: Fwd: Printer", "look")]
    [InlineData("Forward motion: none", "look")]
    public void A_mail_that_its_subject_calls_forwarded_stays_whole(string subject, string reply)
    {
        const string Text = "look\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: Printer\n\nold";

        Assert.Equal(reply, ReplyText.Split(new InboundMail { MessageId = "<a@b>", Subject = subject, Text = Text }, Defaults).Reply);
    }

    [Fact]
    public void Of_two_bodies_the_html_decides_what_is_quoted()
    {
        var parts = Of("I tried:\n\n> print\n\nno luck\n\nold words", "<p>I tried:</p><p>&gt; print</p><p>no luck</p><div class=yahoo_quoted>old words</div>");

        Assert.Equal("I tried:\n\n> print\n\nno luck", parts.Reply);
        Assert.Equal("old words", parts.Quoted);
        Assert.Equal("<p>I tried:</p><p>&gt; print</p><p>no luck</p>", parts.UnsafeHtml);
        Assert.Equal(["Yahoo yahoo_quoted"], parts.Evidence);
    }

    [Fact]
    public void Where_both_bodies_agree_the_text_keeps_the_addresses_of_links() => Assert.Equal(
        "See the log <https://example.test/log>.\n[cid:a@b]",
        Of("See the log <https://example.test/log>.\n[cid:a@b]\n\nOn Mon, 5 Jan 2026, Bob wrote:\n> old", "<p>See the <a href='https://example.test/log'>log</a>.</p><img src='cid:a@b'><div class=gmail_quote>old</div>").Reply);

    [Theory]
    [InlineData("<p>It works</p>", "It works, thank you.")]
    [InlineData("<p>It works</p><div class=gmail_quote>old</div>", "It works")]
    [InlineData("<p>It does</p>", "It does")]
    public void Html_that_says_less_leaves_the_word_to_the_text_unless_it_tells_what_is_quoted(string html, string reply) =>
        Assert.Equal(reply, Of("It works, thank you.\n\n> old", html).Reply);

    [Fact]
    public void Html_of_pictures_alone_leaves_the_word_to_the_text() => Assert.Equal("hello", Of("hello", "<img src='cid:a@b'>").Reply);

    [Fact]
    public void Quotations_that_stay_with_several_answers_have_signs_in_the_text() => Assert.Equal(
        "> Which one?\nThe left one.\n> Since when?\nMonday.",
        Of(null, "<blockquote type=cite>Which one?</blockquote>The left one.<br><blockquote type=cite>Since when?</blockquote>Monday.").Reply);

    [Fact]
    public void A_mail_that_is_one_quotation_has_no_signs_in_the_text() => Assert.Equal("old", Of(null, "<blockquote type=cite>old</blockquote>").Reply);

    private static ReplyParts OfText(string text) => ReplyText.Split(new InboundMail { MessageId = "<a@b>", Text = text, HasOwnText = true }, Defaults);

    private static ReplyParts Of(string? text, string html) =>
        ReplyText.Split(new InboundMail { MessageId = "<a@b>", Text = text ?? "made of it", HasOwnText = text is not null, UnsafeHtml = html }, Defaults);
}
