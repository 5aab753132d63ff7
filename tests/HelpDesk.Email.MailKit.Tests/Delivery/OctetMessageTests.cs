using System.Text;
using HelpDesk.Email.MailKit.Smtp;
using MimeKit;

namespace HelpDesk.Email.MailKit.Tests.Delivery;

/// <summary>What MimeKit writes when a mail is sent through it: the octets that it was given.</summary>
public sealed class OctetMessageTests
{
    [Theory]
    [InlineData("Subject: one\r\n\r\nText.\r\n")]
    [InlineData("\r\n")]
    [InlineData("no header at all\r\n")]
    [InlineData("Subject: no empty line\r\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\nContent-Transfer-Encoding: binary\r\n\r\n--x\r\n\r\none\r\n--y\r\n--x--\r\nafter\r\n")]
    [InlineData("MIME-version: 1.0\r\nSUBJECT:\u00E9 raw\r\nTo: a@b.example,\r\n\tc@d.example\r\nBcc: e@f.example\r\n\r\n\u0000\u00FF\u0080.\r\n.\r\n")]
    [InlineData("Subject: =?utf-8?q?caf=C3=A9?=\r\nX:\r\n \r\n\r\n \t \r\n")]
    public void Octets_are_written_as_they_are(string mail) => Assert.Equal(mail, Written(mail));

    [Fact]
    public void Long_lines_stay_long() => Assert.Equal(new string('x', 100_000) + "\r\n", Written(new string('x', 100_000) + "\r\n"));

    [Theory]
    [InlineData("Subject: x\n\nText.\n", "Subject: x\r\n\r\nText.\r\n")]
    [InlineData("", "\r\n")]
    [InlineData("Subject: x\r\n\r\nno end", "Subject: x\r\n\r\nno end\r\n")]
    public void Line_ends_become_CR_LF_and_a_last_one_is_added(string mail, string written) => Assert.Equal(written, Written(mail));

    private static string Written(string mail)
    {
        using var message = OctetMessage.Of(new MemoryStream(Encoding.Latin1.GetBytes(mail)));
        using var written = new MemoryStream();

        // As SmtpClient sets it.
        var format = OctetMessage.Format(isInternational: false);
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        message.WriteTo(format, written);
        return Encoding.Latin1.GetString(written.ToArray());
    }
}
