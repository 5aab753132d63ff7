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
        Assert.False(reply.IsInterleaved);
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
        var options = new HtmlQuotesOptions { Delimiters = ["=== your answer ends here ==="] };
        var reply = HtmlQuotes.Split("<p>a</p><p>=== Your answer ends here ===</p><p>b</p>", options);
        Assert.Equal("a", HtmlText.Convert(reply.ReplyHtml));
        Assert.Equal("a\n\n=== Your answer ends here ===\n\nb", HtmlText.Convert(HtmlQuotes.Split("<p>a</p><p>=== Your answer ends here ===</p><p>b</p>").ReplyHtml));
    }

    [Fact]
    public void Nothing_of_a_mail_known_to_be_forwarded_is_history()
    {
        const string html = "<p>see</p><div id=divRplyFwdMsg>From: Bob</div><p>old</p>";
        Assert.Equal("see", HtmlText.Convert(HtmlQuotes.Split(html).ReplyHtml));
        Assert.Same(html, HtmlQuotes.Split(html, new HtmlQuotesOptions { IsForwarded = true }).ReplyHtml);
    }

    [Fact]
    public void Signs_before_each_line_are_left_to_a_reader_of_the_text() => Assert.Empty(
        HtmlQuotes.Split("a<br>On Mon, 5 Jan 2026 at 14:10 Bob wrote:<br>&gt; b<br>c").Quotes);

    private static string TextOf(HtmlReply reply, string mail) =>
        HtmlText.Convert(reply.ReplyHtml, new HtmlTextOptions { MarkQuotes = mail != "only-a-quote" });

    // In no order, for the reply may stand on both sides of a piece.
    private static string Letters(string html) => string.Concat(HtmlText.Convert(html).Where(char.IsLetterOrDigit).Order());
}
