using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Tests.Reading;

/// <summary>What counts as the text of a mail.</summary>
public sealed class WholeTextTests
{
    private static string TextOf(params string[] lines)
    {
        using var content = MailContent.FromOctets(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        return InboundMailReader.Read(content).Text.Trim().ReplaceLineEndings("|");
    }

    [Fact]
    public void The_plain_form_is_preferred() => Assert.Equal("plain", TextOf(
        "Content-Type: multipart/alternative; boundary=b", "", "--b", "", "plain", "--b", "Content-Type: text/html", "", "<p>rich</p>", "--b--"));

    [Fact]
    public void Html_alone_is_converted() => Assert.Equal("rich", TextOf("Content-Type: text/html", "", "<p>rich</p>"));

    [Fact]
    public void A_plain_footer_below_html_does_not_hide_what_was_written() => Assert.Equal("Printer is [#12] broken|To leave this list ...", TextOf(
        "Content-Type: multipart/mixed; boundary=b", "",
        "--b", "Content-Type: text/html", "", "<p>Printer is <b>[#12]</b> broken</p>",
        "--b", "Content-Type: text/plain", "", "To leave this list ...", "--b--"));

    [Fact]
    public void A_mail_without_body_has_no_text() => Assert.Equal("", TextOf("Content-Type: image/png", "", "x"));
}
