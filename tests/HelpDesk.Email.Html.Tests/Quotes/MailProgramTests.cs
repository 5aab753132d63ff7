namespace HelpDesk.Email.Html.Tests.Quotes;

public class MailProgramTests
{
    public static TheoryData<string> Names => [.. MailPrograms.All().Select(mail => mail.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reply_is_what_its_author_wrote(string name)
    {
        var (_, text, reply, signature) = MailPrograms.All().Single(mail => mail.Name == name);
        var cut = name.EndsWith("[html]", StringComparison.Ordinal) ? OfHtml(text) : OfText(text);

        Assert.Equal(Words(reply), Words(cut.Reply));
        if (signature is not null) Assert.Equal(Words(signature), Words(cut.Signature));
    }

    private static (string Reply, string Signature) OfText(string text)
    {
        var cut = TextQuotes.Split(text, new QuotesOptions { CutSignatures = true });
        Assert.Equal(text.Length, cut.Reply.Length + cut.Quoted.Length + cut.Signature.Length);
        return (cut.Reply, cut.Signature);
    }

    private static (string Reply, string Signature) OfHtml(string html)
    {
        var cut = HtmlQuotes.Split(html, new QuotesOptions { CutSignatures = true });
        return (HtmlText.Convert(cut.ReplyHtml), HtmlText.Convert(cut.SignatureHtml));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
