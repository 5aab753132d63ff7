using System.Text;

namespace HelpDesk.Email.Mime.Tests.Encodings;

public sealed class CharsetTests
{
    private static MailDocument Text(string? charset, byte[] body)
    {
        var header = charset is null ? "Subject: x\r\n\r\n" : $"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        return MailReader.Read((byte[])[.. Encoding.ASCII.GetBytes(header), .. body]);
    }

    private static bool HasCharsetDefect(MailDocument document)
    {
        _ = document.TextBody;
        return document.Defects.Any(defect => defect.Kind == MailDefectKind.WrongCharset);
    }

    [Theory]
    [InlineData("utf-8", "c3bc", "ü")]
    [InlineData("UTF8", "c3bc", "ü")]
    [InlineData("iso-8859-1", "fc80", "ü€")]
    [InlineData("iso-8859-15", "a4", "€")]
    [InlineData("windows-1251", "cff0e8", "При")]
    [InlineData("koi8-r", "f0d2c9", "При")]
    [InlineData("gb2312", "d6d0cec4", "中文")]
    [InlineData("GBK", "d6d0cec4", "中文")]
    [InlineData("big5", "a4a4a4e5", "中文")]
    [InlineData("big5", "c6e7c755c77ac77bc7a7c7f2", "ぁのんァカヶ")]
    [InlineData("shift_jis", "82b1", "こ")]
    [InlineData("euc-jp", "a4b3", "こ")]
    [InlineData("iso-2022-jp", "1b2442243324731b2842", "こん")]
    [InlineData("ks_c_5601-1987", "c7d1b1db", "한글")]
    [InlineData("euc-kr", "c7d1b1db", "한글")]
    [InlineData("tis-620", "a1", "ก")]
    [InlineData("utf-16le", "fc000a00", "ü\n")]
    [InlineData("utf-16be", "00fc000a", "ü\n")]
    [InlineData("utf-16", "fffefc00", "ü")]
    [InlineData("\"us-ascii\"", "61", "a")]
    [InlineData("utf-16le", "270628062a06", "ابت")]
    [InlineData("ucs-2", "062706280020", "اب ")]
    [InlineData("iso-8859-10", "bc", "ž")]
    [InlineData("iso-8859-14", "f0", "ŵ")]
    [InlineData("ISO_8859-16:2001", "bafe", "șț")]
    [InlineData("koi8_r", "f0d2c9", "При")]
    [InlineData("win1251", "cff0e8", "При")]
    [InlineData("x-mac-cyrillic", "8ff0e8", "При")]
    [InlineData("mac_cyrillic", "8ff0e8", "При")]
    [InlineData("iso-8859-6", "c7c8", "اب")]
    [InlineData("iso-8859-8-i", "f9ec", "של")]
    [InlineData("hz-gb-2312", "7e7b56507e7d", "中")]
    [InlineData("ibm852", "a4", "Ą")]
    public void Known_charsets_are_read(string charset, string hex, string expected)
    {
        var document = Text(charset, Convert.FromHexString(hex));
        Assert.Equal(expected, document.TextBody);
        Assert.False(HasCharsetDefect(document));
    }

    [Theory]
    [InlineData("x-unknown", "c3bc", "ü")]
    [InlineData("x-unknown", "fc", "ü")]
    [InlineData("us-ascii", "c3bc", "ü")]
    [InlineData("us-ascii", "fc", "ü")]
    [InlineData("utf-8", "fc", "ü")]
    [InlineData("utf-8", "4772c3bcc39f65c3", "Grüße\ufffd")]
    [InlineData("utf-16", "c3bc", "ü")]
    public void Unknown_and_lying_charsets_fall_back_to_what_the_octets_show(string charset, string hex, string expected)
    {
        var document = Text(charset, Convert.FromHexString(hex));
        Assert.Equal(expected, document.TextBody);
        if (hex != "c3bc" || charset != "us-ascii")
            Assert.True(HasCharsetDefect(document));
    }

    [Fact]
    public void Text_without_a_charset_is_utf8_or_else_the_default()
    {
        Assert.Equal("ü", Text(null, [0xc3, 0xbc]).TextBody);
        Assert.Equal("ü", Text(null, [0xfc]).TextBody);
        var octets = (byte[])[.. "Subject: x\r\n\r\n"u8, 0xcf, 0xf0, 0xe8];
        Assert.Equal("При", MailReader.Read(octets, new MailReadingLimits { DefaultCharset = "windows-1251" }).TextBody);
    }

    [Fact]
    public void Japanese_without_a_charset_is_known_by_its_escapes() =>
        Assert.Equal("こん", Text(null, Convert.FromHexString("1b2442243324731b2842")).TextBody);

    [Fact]
    public void A_byte_order_mark_is_taken_off_and_believed()
    {
        Assert.Equal("ü", Text("iso-8859-1", [0xef, 0xbb, 0xbf, 0xc3, 0xbc]).TextBody);
        Assert.Equal("ü", Text(null, [0xff, 0xfe, 0xfc, 0x00]).TextBody);
    }

    [Theory]
    [InlineData("a\r\nb\nc\rd\r\r\ne\0f", "a\nb\nc\nd\nef")]
    [InlineData("\r\n\r\n", "\n\n")]
    [InlineData("\r\r", "\n\n")]
    public void Line_ends_become_one_kind_and_nul_goes(string body, string expected) => Assert.Equal(expected, Text("utf-8", Encoding.ASCII.GetBytes(body)).TextBody);

    [Fact]
    public void Text_over_the_limit_is_cut_and_noted()
    {
        var octets = Written.Octets("Content-Type: text/plain; charset=utf-8", "", new string('x', 1000));
        var document = MailReader.Read(octets, new MailReadingLimits { MaxDecodedTextChars = 100 });
        Assert.Equal(new string('x', 100), document.TextBody);
        Assert.Contains(document.Defects, defect => defect.Description == "text too long");
    }

    [Fact]
    public void Html_without_a_charset_in_its_header_may_name_one_itself()
    {
        Assert.Equal("<meta charset=\"koi8-r\">При", Written.Read("Content-Type: text/html", "", "<meta charset=\"koi8-r\">\u00f0\u00d2\u00c9").HtmlBody);
        Assert.Equal("<META content='text/html; CHARSET = windows-1251'>При", Written.Read("Content-Type: text/html", "", "<META content='text/html; CHARSET = windows-1251'>\u00cf\u00f0\u00e8").HtmlBody);
        Assert.Equal("<meta charset=koi8-r>ü", Written.Read("Content-Type: text/html", "", "<meta charset=koi8-r>\u00c3\u00bc").HtmlBody);
        Assert.Equal("<meta charset=koi8-r>\u00fc", Written.Read("Content-Type: text/html; charset=iso-8859-1", "", "<meta charset=koi8-r>\u00fc").HtmlBody);
    }

    [Theory]
    [InlineData("windows-932", "82b1", "こ")]
    [InlineData("cp932", "82b1", "こ")]
    [InlineData("x-cp1251", "cff0e8", "При")]
    [InlineData("cp-850", "81", "ü")]
    [InlineData("windows-65000", "2b41447772", "+ADwr")]
    public void Charsets_named_by_the_number_of_their_code_page_are_read(string charset, string hex, string expected) =>
        Assert.Equal(expected, Text(charset, Convert.FromHexString(hex)).TextBody);
}
