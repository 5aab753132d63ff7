namespace HelpDesk.Email.Html.Tests.Quotes;

public class TextQuotesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Quotes", "Texts");
    private static readonly QuotesOptions Cutting = new() { CutSignatures = true };

    public static TheoryData<string> Texts => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_reply_is_what_its_author_wrote(string mail)
    {
        var reply = TextQuotes.Split(TextOf(mail, "txt"), Cutting);
        Assert.Equal(TextOf(mail, "reply").Trim(), reply.Reply.Trim());
        Assert.Equal(TextOf(mail, "signature").Trim(), reply.Signature.Trim());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_reply_is_the_same_with_other_line_ends(string mail)
    {
        var text = TextOf(mail, "txt").Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(TextOf(mail, "reply").Trim(), TextQuotes.Split(text, Cutting).Reply.Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_line_is_lost(string mail)
    {
        var text = TextOf(mail, "txt");
        var cut = TextQuotes.Split(text, Cutting);
        Assert.Equal(text.Length, cut.Reply.Length + cut.Quoted.Length + cut.Signature.Length);
        var kept = TextQuotes.Split(text);
        Assert.Empty(kept.Signature);
        Assert.Equal(text.Length, kept.Reply.Length + kept.Quoted.Length);
        Assert.Equal(kept.Quoted, string.Concat(kept.Quotes.Select(quote => text.Substring(quote.Start, quote.Length))));
        Assert.All(kept.Quotes, quote => Assert.NotEmpty(quote.Evidence));
    }

    [Fact]
    public void A_mail_without_history_is_the_reply_itself()
    {
        const string text = "Hello";
        var reply = TextQuotes.Split(text, Cutting);
        Assert.Same(text, reply.Reply);
        Assert.Empty(reply.Quoted);
        Assert.Empty(reply.Quotes);
        Assert.False(reply.HasAnsweredQuotes);
    }

    [Fact]
    public void The_places_of_quotations_and_what_told_them_are_given()
    {
        const string text = "Bob wrote:\n> a\nb\n-----Original Message-----\nc\n";
        Assert.Equal([new QuotedPiece(0, 15, "quote marks"), new QuotedPiece(17, 29, "separator")], TextQuotes.Split(text).Quotes);
    }

    [Fact]
    public void A_delimiter_of_the_host_ends_the_reply()
    {
        const string text = "a\n=== Your answer ends here ===\nb";
        Assert.Equal("a\n", TextQuotes.Split(text, new QuotesOptions { Delimiters = [" === your answer ends here === "] }).Reply);
        Assert.Same(text, TextQuotes.Split(text).Reply);
    }

    [Fact]
    public void Nothing_of_a_mail_known_to_be_forwarded_is_history()
    {
        const string text = "see\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: x\n\nold";
        Assert.Equal("see\n", TextQuotes.Split(text).Reply.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Same(text, TextQuotes.Split(text, new QuotesOptions { IsForwarded = true, CutSignatures = true }).Reply);
    }

    [Fact]
    public void Quotations_that_stay_with_their_answers_are_told()
    {
        Assert.True(TextQuotes.Split("> a\nb\n> c\nd").HasAnsweredQuotes);
        Assert.False(TextQuotes.Split("Bob wrote:\n> a\nb").HasAnsweredQuotes);
    }

    private static string TextOf(string mail, string kind)
    {
        var file = Path.Combine(Folder, $"{mail}.{kind}");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
