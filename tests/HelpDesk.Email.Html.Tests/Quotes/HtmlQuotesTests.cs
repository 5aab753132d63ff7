using HelpDesk.Email.Html.Tests.Sanitizing;

namespace HelpDesk.Email.Html.Tests.Quotes;

public class HtmlQuotesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Quotes", "Mails");

    public static TheoryData<string> Mails => [.. Directory.EnumerateFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Mails))]
    public void The_reply_is_what_its_author_wrote(string mail)
    {
        var reply = HtmlQuotes.Split(File.ReadAllText(Path.Combine(Folder, mail + ".html")));
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, mail + ".txt")).TrimEnd('\n'), TextOf(reply, mail));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Both_parts_make_up_the_mail(string mail)
    {
        var html = File.ReadAllText(Path.Combine(Folder, mail + ".html"));
        var reply = HtmlQuotes.Split(html);
        var pieces = string.Concat(reply.Quotes.Select(quote => html.Substring(quote.Start, quote.Length)));
        Assert.Equal(html.Length, reply.ReplyHtml.Length + pieces.Length);
        Assert.Equal(Letters(html), Letters(reply.ReplyHtml + pieces));
        Assert.All(reply.Quotes, quote => Assert.NotEmpty(quote.Evidence));
    }

    [Fact]
    public void Whatever_the_html_the_pieces_are_apart_and_leave_the_rest()
    {
        var generator = new HtmlGenerator(5);
        for (var i = 0; i < 3_000; i++)
        {
            var html = generator.Next() + "<div class=gmail_quote>" + generator.Next() + "<blockquote type=cite>" + generator.Next();
            var reply = HtmlQuotes.Split(html);
            var end = 0;
            foreach (var quote in reply.Quotes)
            {
                Assert.True(quote.Start >= end && quote.Length > 0);
                end = quote.Start + quote.Length;
            }

            Assert.True(end <= html.Length);
            Assert.Equal(html.Length, reply.ReplyHtml.Length + reply.Quotes.Sum(quote => quote.Length));
        }
    }

    [Fact]
    public void A_mail_without_history_is_the_reply_itself()
    {
        const string html = "<p>Hello</p>";
        var reply = HtmlQuotes.Split(html);
        Assert.Same(html, reply.ReplyHtml);
        Assert.Empty(reply.QuotedHtml);
        Assert.Empty(reply.Quotes);
        Assert.False(reply.HasAnsweredQuotes);
    }

    [Fact]
    public void The_places_of_quotations_and_what_told_them_are_given()
    {
        const string html = "<p>a</p><div class=\"gmail_quote\">b</div>c";
        var quote = Assert.Single(HtmlQuotes.Split(html).Quotes);
        Assert.Equal("<div class=\"gmail_quote\">b</div>", html.Substring(quote.Start, quote.Length));
        Assert.Equal("Gmail gmail_quote", quote.Evidence);
    }

    [Fact]
    public void Parts_of_a_table_get_a_table_around_them()
    {
        var reply = HtmlQuotes.Split("<table><tr><td>a</td></tr><tr><td id=divRplyFwdMsg>b</td></tr><tr><td>c</td></tr></table>");
        Assert.Equal("<table><tr><td>a</td></tr></table>", reply.ReplyHtml);
        Assert.Equal("b\nc", HtmlText.Convert(reply.QuotedHtml));
    }

    [Fact]
    public void A_delimiter_of_the_host_ends_the_reply()
    {
        var options = new QuotesOptions { Delimiters = ["=== your answer ends here ==="] };
        var reply = HtmlQuotes.Split("<p>a</p><p>=== Your answer ends here ===</p><p>b</p>", options);
        Assert.Equal("a", HtmlText.Convert(reply.ReplyHtml));
        Assert.Equal("a\n\n=== Your answer ends here ===\n\nb", HtmlText.Convert(HtmlQuotes.Split("<p>a</p><p>=== Your answer ends here ===</p><p>b</p>").ReplyHtml));
    }

    [Fact]
    public void Nothing_of_a_mail_known_to_be_forwarded_is_history()
    {
        const string html = "<p>see</p><div id=divRplyFwdMsg>From: Bob</div><p>old</p>";
        Assert.Equal("see", HtmlText.Convert(HtmlQuotes.Split(html).ReplyHtml));
        Assert.Same(html, HtmlQuotes.Split(html, new QuotesOptions { IsForwarded = true }).ReplyHtml);
    }

    [Fact]
    public void Signs_before_each_line_tell_a_quotation() => Assert.Equal(
        "a\nc",
        HtmlText.Convert(HtmlQuotes.Split("a<br>On Mon, 5 Jan 2026 at 14:10 Bob wrote:<br>&gt; b<br>c").ReplyHtml));

    [Fact]
    public void Signatures_are_cut_only_if_that_is_asked_for()
    {
        const string html = "<p>It works.</p><p>-- <br>Bob Example<br>Example Ltd</p><div class=gmail_quote>old</div>";
        var kept = HtmlQuotes.Split(html);
        Assert.Equal("It works.\n\n-- \nBob Example\nExample Ltd", HtmlText.Convert(kept.ReplyHtml));
        Assert.Empty(kept.SignatureHtml);
        var cut = HtmlQuotes.Split(html, new QuotesOptions { CutSignatures = true });
        Assert.Equal("It works.", HtmlText.Convert(cut.ReplyHtml));
        Assert.Equal("-- \nBob Example\nExample Ltd", HtmlText.Convert(cut.SignatureHtml));
        Assert.Equal("old", HtmlText.Convert(cut.QuotedHtml));
    }

    [Fact]
    public void Elements_that_are_marked_as_signatures_are_signatures()
    {
        var options = new QuotesOptions { CutSignatures = true };
        var reply = HtmlQuotes.Split("<p>It works.</p><div class=gmail_signature>Bob</div><p>And the scanner, too.</p>", options);
        Assert.Equal("It works.\n\nAnd the scanner, too.", HtmlText.Convert(reply.ReplyHtml));
        Assert.Equal("Bob", HtmlText.Convert(reply.SignatureHtml));
        Assert.Equal("Bob", HtmlText.Convert(HtmlQuotes.Split("<div class=gmail_signature>Bob</div>", options).ReplyHtml));
    }

    [Fact]
    public void A_quotation_that_the_author_set_is_answered_by_what_follows_it()
    {
        const string own = "<div>See:</div><blockquote class=gmail_quote>a phrase</blockquote>";
        Assert.False(HtmlQuotes.Split(own).HasAnsweredQuotes);
        Assert.True(HtmlQuotes.Split(own + "<div>is wrong</div>").HasAnsweredQuotes);
    }

    private static string TextOf(HtmlReply reply, string mail) =>
        HtmlText.Convert(reply.ReplyHtml, new HtmlTextOptions { MarkQuotes = mail != "only-a-quote" });

    // In no order, for the reply may stand on both sides of a piece.
    private static string Letters(string html) => string.Concat(HtmlText.Convert(html).Where(char.IsLetterOrDigit).Order());
}
