namespace HelpDesk.Email.Mime.Tests.Headers;

public sealed class HeaderTests
{
    [Fact]
    public void Fields_keep_their_order_and_are_found_without_regard_to_case()
    {
        var headers = Written.Read("Received: one", "SUBJECT: hello", "Received: two", "", "text").Headers;
        Assert.Equal(["Received", "SUBJECT", "Received"], headers.Select(field => field.Name));
        Assert.Equal("hello", headers.First("subject")?.Value);
        Assert.Equal(["one", "two"], headers.All("received").Select(field => field.Value));
        Assert.Null(headers.First("To"));
    }

    [Fact]
    public void Folded_values_are_unfolded()
    {
        var field = Written.Read("Subject: one", "\ttwo", "  three", "", "text").Headers[0];
        Assert.Equal("one\ttwo  three", field.RawValue);
        Assert.Equal("one two  three", field.Value);
    }

    [Theory]
    [InlineData("Subject : spaced", "spaced")]
    [InlineData("Subject:tight", "tight")]
    [InlineData("Subject:", "")]
    [InlineData("Subject:   wide   ", "wide")]
    [InlineData("Subject: a: b", "a: b")]
    public void Odd_spacing_is_taken(string line, string expected) => Assert.Equal(expected, Written.Read(line, "", "text").Subject);

    [Theory]
    [InlineData("=?utf-8?q?one=0D=0ABcc:_eve?=", "one Bcc: eve")]
    [InlineData("=?utf-8?q?a=00b=07c?=", "abc")]
    [InlineData("a\u0001b", "ab")]
    [InlineData("=?utf-8?b?4oCo4oCp?=end", "end")]
    public void No_control_survives_decoding(string raw, string expected) => Assert.Equal(expected, Written.Read("Subject: " + raw, "", "x").Subject);

    [Theory]
    [InlineData("Message-ID: <a@b>", "<a@b>")]
    [InlineData("Message-ID: a@b", "<a@b>")]
    [InlineData("Message-ID: <a@b> (comment)", "<a@b>")]
    [InlineData("Message-Id: <a\r\n @b>", "<a@b>")]
    [InlineData("Message-ID: <>", null)]
    [InlineData("Message-ID: rubbish", null)]
    [InlineData("X-Other: 1", null)]
    public void A_message_id_is_read_or_known_to_be_missing(string line, string? expected) =>
        Assert.Equal(expected, Written.Read(line, "", "text").MessageId);

    [Fact]
    public void References_are_read_in_order()
    {
        var document = Written.Read("References: <1@a> <2@a>", "\t<3@a><4@a>", "In-Reply-To: Your message of yesterday <4@a>", "", "text");
        Assert.Equal(["<1@a>", "<2@a>", "<3@a>", "<4@a>"], document.References);
        Assert.Equal(["<4@a>"], document.InReplyTo);
    }

    [Fact]
    public void Of_too_many_references_the_first_and_the_last_ones_are_kept()
    {
        var line = "References: " + string.Join(' ', Enumerable.Range(1, 50).Select(i => $"<{i}@a>"));
        var document = MailReader.Read(Written.Octets(line, "", ""), new MailReadingLimits { MaxReferences = 4 });
        Assert.Equal(["<1@a>", "<48@a>", "<49@a>", "<50@a>"], document.References);
        Assert.Contains(document.Defects, defect => defect.Description == "too many references");
    }

    [Fact]
    public void Eight_bit_header_values_are_read_as_utf8_or_else_in_the_default_charset()
    {
        Assert.Equal("Grüße", Written.Read("Subject: Gr\u00c3\u00bc\u00c3\u009fe", "", "x").Subject);
        Assert.Equal("Grüße", Written.Read("Subject: Gr\u00fc\u00dfe", "", "x").Subject);
        var cyrillic = MailReader.Read(Written.Octets("Subject: \u00cf\u00f0\u00e8\u00e2\u00e5\u00f2", "", "x"), new MailReadingLimits { DefaultCharset = "windows-1251" });
        Assert.Equal("Привет", cyrillic.Subject);
    }

    [Fact]
    public void A_synthetic_id_is_the_same_each_time_and_differs_between_messages()
    {
        var octets = Written.Octets("Subject: x", "", "text");
        var id = MailReader.Read(octets).SyntheticMessageId;
        Assert.Matches("^<[0-9a-f]{64}@local>$", id);
        Assert.Equal(id, Written.Windowed(octets).SyntheticMessageId);
        Assert.NotEqual(id, Written.Read("Subject: y", "", "text").SyntheticMessageId);
    }
}
