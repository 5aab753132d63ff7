namespace HelpDesk.Email.Mime.Tests.Parsing;

public sealed class StructureTests
{
    private static readonly string[] TwoParts =
    [
        "Content-Type: multipart/mixed; boundary=\"b\"", "", "preamble", "--b", "Content-Type: text/plain", "", "first", "--b",
        "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "aGVsbG8=", "--b--", "epilogue",
    ];

    private static string Shape(MailDocument document) => string.Join(' ', document.AllParts().Select(part => $"{part.Parent?.Index}>{part.MediaType}"));

    private static bool Notes(MailDocument document, string description) => document.Defects.Any(defect => defect.Description == description);

    [Fact]
    public void A_message_without_a_type_is_one_part_of_plain_text()
    {
        var document = Written.Read("Subject: x", "", "line one", "line two");
        Assert.Equal(">text/plain", Shape(document));
        Assert.Equal("line one\nline two", document.TextBody);
        Assert.Empty(document.Defects);
    }

    [Fact]
    public void The_parts_of_a_multipart_are_found_and_numbered()
    {
        var document = Written.Read(TwoParts);
        Assert.Equal(">multipart/mixed 0>text/plain 0>image/png", Shape(document));
        Assert.Equal("first", document.TextBody);
        Assert.Equal("hello", Written.ContentText(document.PartAt(2)!));
        Assert.Null(document.PartAt(3));
        Assert.Null(document.PartAt(-1));
        Assert.Empty(document.Defects);
    }

    [Fact]
    public void A_stream_gives_the_same_as_memory()
    {
        var octets = Written.Octets(TwoParts);
        Assert.Equal(Shape(MailReader.Read(octets)), Shape(Written.Windowed(octets)));
        Assert.Equal("first", Written.Windowed(octets).TextBody);
        Assert.Equal("hello", Written.ContentText(Written.Windowed(octets).PartAt(2)!));
    }

    [Theory]
    [InlineData(65_000)]
    [InlineData(65_520)]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void A_boundary_is_found_wherever_a_window_ends(int filling)
    {
        for (var shift = 0; shift < 12; shift++)
        {
            var octets = Written.Octets(
                "Content-Type: multipart/mixed; boundary=\"b\"", "", "--b", "", new string('x', filling + shift), "--b", "Content-Type: text/html", "", "second", "--b--", "");
            var document = Written.Windowed(octets);
            Assert.Equal(">multipart/mixed 0>text/plain 0>text/html", Shape(document));
            Assert.Equal(filling + shift, document.PartAt(1)!.RawLength);
            Assert.Empty(document.Defects);
        }
    }

    [Fact]
    public void Bare_line_feeds_serve_as_line_ends()
    {
        var document = MailReader.Read(System.Text.Encoding.ASCII.GetBytes(string.Join('\n', TwoParts)));
        Assert.Equal(">multipart/mixed 0>text/plain 0>image/png", Shape(document));
        Assert.Equal("first", document.TextBody);
    }

    [Fact]
    public void Bare_carriage_returns_serve_as_line_ends_where_there_is_nothing_else()
    {
        var document = MailReader.Read(System.Text.Encoding.ASCII.GetBytes(string.Join('\r', TwoParts)));
        Assert.Equal(">multipart/mixed 0>text/plain 0>image/png", Shape(document));
        Assert.Equal("first", document.TextBody);
    }

    [Fact]
    public void An_inner_multipart_is_ended_by_the_boundary_of_the_outer_one()
    {
        var document = Written.Read(
            "Content-Type: multipart/mixed; boundary=o", "", "--o", "Content-Type: multipart/alternative; boundary=i", "", "--i", "", "text", "--o",
            "Content-Type: image/png", "", "png", "--o--");
        Assert.Equal(">multipart/mixed 0>multipart/alternative 1>text/plain 0>image/png", Shape(document));
        Assert.True(Notes(document, "unterminated multipart boundary"));
    }

    [Fact]
    public void A_message_that_was_cut_keeps_what_is_there()
    {
        var document = Written.Read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "aGVs");
        Assert.Equal("text", document.TextBody);
        Assert.Equal("hel", Written.ContentText(Assert.Single(document.Attachments)));
        Assert.True(Notes(document, "unterminated multipart boundary"));
    }

    [Fact]
    public void The_same_boundary_inside_and_outside_loses_no_part()
    {
        var document = Written.Read(
            "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: multipart/alternative; boundary=b", "", "--b", "", "text", "--b--", "--b",
            "Content-Type: image/png", "", "png", "--b--");
        Assert.Equal("text", document.TextBody);
        Assert.Equal("png", Written.ContentText(Assert.Single(document.Attachments)));
    }

    [Fact]
    public void A_boundary_that_starts_like_another_is_another()
    {
        var document = Written.Read(
            "Content-Type: multipart/mixed; boundary=a", "", "--a", "Content-Type: multipart/mixed; boundary=ab", "", "--ab", "", "one", "--ab--", "--a", "", "--abc", "--a--");
        Assert.Equal("one\n--abc", document.TextBody);
    }

    [Fact]
    public void A_multipart_without_a_boundary_parameter_takes_the_first_that_appears()
    {
        var document = Written.Read("Content-Type: multipart/mixed", "", "--found", "", "text", "--found", "Content-Type: image/png", "", "png", "--found--");
        Assert.Equal(">multipart/mixed 0>text/plain 0>image/png", Shape(document));
        Assert.True(Notes(document, "multipart without a boundary"));
    }

    [Fact]
    public void A_multipart_whose_boundary_never_comes_is_read_as_text()
    {
        var document = Written.Read("Content-Type: multipart/mixed; boundary=never", "", "just text");
        Assert.Equal("just text", document.TextBody);
        Assert.Empty(document.Attachments);
        Assert.True(Notes(document, "multipart without parts"));
    }

    [Fact]
    public void Parts_after_the_closing_boundary_are_not_lost()
    {
        var document = Written.Read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b--", "", "--b", "Content-Type: image/png", "", "png", "--b--");
        Assert.Equal("png", Written.ContentText(Assert.Single(document.Attachments)));
        Assert.True(Notes(document, "part after the closing boundary"));
    }

    [Fact]
    public void A_closing_boundary_at_the_end_of_a_line_closes()
    {
        var document = Written.Read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text--b--", "");
        Assert.Equal("text", document.TextBody);
    }

    [Fact]
    public void Boundaries_with_blanks_after_them_are_boundaries()
    {
        var document = Written.Read("Content-Type: multipart/mixed; boundary=b", "", "--b  ", "", "text", "--b--\t");
        Assert.Equal("text", document.TextBody);
        Assert.Empty(document.Defects);
    }

    [Fact]
    public void Parts_of_a_digest_are_messages()
    {
        var document = Written.Read("Content-Type: multipart/digest; boundary=b", "", "--b", "", "Subject: one", "", "text", "--b--");
        Assert.Equal("one", Assert.Single(document.Attachments).EmbeddedMessage()?.Subject);
    }

    [Fact]
    public void A_part_whose_header_runs_into_the_next_boundary_is_empty()
    {
        var document = Written.Read("Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "--b", "", "text", "--b--");
        Assert.Equal("text", document.TextBody);
        Assert.True(Notes(document, "header without an end"));
    }

    [Fact]
    public void A_part_that_starts_without_a_header_is_all_body() =>
        Assert.Equal("no header here\nmore", Written.Read("Content-Type: multipart/mixed; boundary=b", "", "--b", "no header here", "more", "--b--").TextBody);

    [Theory]
    [InlineData("related")]
    [InlineData("signed")]
    [InlineData("encrypted")]
    [InlineData("alternative")]
    [InlineData("mixed")]
    public void A_multipart_that_closes_without_a_part_is_read_as_text(string subtype)
    {
        var document = Written.Read("Content-Type: multipart/" + subtype + "; boundary=b", "", "just text", "--b--", "");
        Assert.Equal("just text", document.TextBody);
        var nested = Written.Read("Content-Type: multipart/mixed; boundary=o", "", "--o", $"Content-Type: multipart/{subtype}; boundary=b", "", "just text", "--b--", "--o--");
        Assert.Equal("just text", nested.TextBody);
        Written.Exhaust(nested);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"\"")]
    public void A_multipart_that_uses_another_boundary_than_it_says_is_read_by_the_one_it_uses(string said)
    {
        string[] lines =
        [
            "Content-Type: multipart/mixed; boundary=" + said, "", "preamble", "--real", "Content-Type: text/plain", "", "text", "--real", "Content-Type: multipart/alternative; boundary=i", "",
            "--i", "Content-Type: text/html", "", "rich", "--i--", "--real", "Content-Type: image/png", "", "png", "--real--", "",
        ];
        var document = Written.Read(lines);
        Assert.Equal("text", document.TextBody);
        Assert.Contains("rich", document.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("png", Written.ContentText(Assert.Single(document.Attachments)));
        Assert.Equal("png", Written.ContentText(Assert.Single(Written.Windowed(Written.Octets(lines)).Attachments)));
    }
}
