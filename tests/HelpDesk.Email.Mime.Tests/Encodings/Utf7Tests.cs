namespace HelpDesk.Email.Mime.Tests.Encodings;

public sealed class Utf7Tests
{
    private static MailDocument Text(string type, string body) => Written.Read($"Content-Type: {type}; charset=utf-7", "", body);

    [Theory]
    [InlineData("Gr+APwA3w-e", "Grüße")]
    [InlineData("Gr+APwA3w e", "Grüß e")]
    [InlineData("1 +- 1 = 2", "1 + 1 = 2")]
    [InlineData("C++ and a + b", "C++ and a + b")]
    [InlineData("+2D3cqQ-!", "\U0001f4a9!")]
    [InlineData("+2D0-x", "\ufffdx")]
    [InlineData("+3Kk-x", "\ufffdx")]
    [InlineData("cut +AP", "cut +AP")]
    [InlineData("cut +", "cut +")]
    [InlineData("8-bit \u00fc", "8-bit \ufffd")]
    public void Plain_text_in_utf7_is_read(string body, string expected) => Assert.Equal(expected, Text("text/plain", body).TextBody);

    [Fact]
    public void Utf7_is_refused_where_markup_may_stand()
    {
        foreach (var type in (string[])["text/html", "text/xml", "text/enriched"])
        {
            var document = Text(type, "+ADw-script+AD4-");
            Assert.Equal("+ADw-script+AD4-", document.Root.ReadText());
            Assert.Contains(document.Defects, defect => defect.Description == "charset utf-7 refused");
        }
    }

    [Fact]
    public void Html_that_names_utf7_itself_is_refused_too()
    {
        var document = Written.Read("Content-Type: text/html", "", "<meta charset=utf-7>+ADw-script+AD4- \u00fc");
        Assert.Equal("<meta charset=utf-7>+ADw-script+AD4- ü", document.HtmlBody);
    }

    [Fact]
    public void Markup_in_utf7_text_beside_html_is_escaped()
    {
        var document = Written.Read(
            "Content-Type: multipart/mixed; boundary=b", "",
            "--b", "Content-Type: text/html", "", "<p>hi</p>",
            "--b", "Content-Type: text/plain; charset=utf-7", "", "+ADw-script+AD4-", "--b--");
        Assert.Contains("&lt;script&gt;", document.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", document.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_hidden_in_an_encoded_word_do_not_survive() =>
        Assert.Equal("a Bcc: x", Written.Read("Subject: =?utf-7?q?a+AA0ACg-Bcc:_x?=", "", "").Subject);
}
