namespace HelpDesk.Email.Mime.Tests.Documents;

public sealed class BodyTests
{
    private static MailDocument Multipart(string subtype, params string[][] parts) => Written.Read(
        ["Content-Type: multipart/" + subtype + "; boundary=b0", "", .. Lines("b0", parts)]);

    private static string[] Nested(string subtype, string boundary, params string[][] parts) =>
        [$"Content-Type: multipart/{subtype}; boundary={boundary}", "", .. Lines(boundary, parts)];

    private static IEnumerable<string> Lines(string boundary, string[][] parts) => [.. parts.SelectMany(part => (string[])["--" + boundary, .. part]), "--" + boundary + "--"];

    private static string[] Text(string text, params string[] header) => ["Content-Type: text/plain", .. header, "", text];

    private static string[] Html(string html) => ["Content-Type: text/html", "", html];

    private static string[] File(string type, string name) => ["Content-Type: " + type, $"Content-Disposition: attachment; filename={name}", "", "content of " + name];

    [Fact]
    public void Of_alternatives_text_and_html_are_the_two_bodies()
    {
        var document = Multipart("alternative", Text("plain"), Html("<b>rich</b>"));
        Assert.Equal("plain", document.TextBody);
        Assert.Equal("<b>rich</b>", document.HtmlBody);
        Assert.Empty(document.Attachments);
    }

    [Fact]
    public void An_alternative_in_another_format_is_an_attachment()
    {
        var document = Multipart("alternative", Text("plain"), Html("rich"), ["Content-Type: text/calendar; method=REQUEST", "", "BEGIN:VCALENDAR"]);
        Assert.Equal("plain", document.TextBody);
        Assert.Equal("text/calendar", Assert.Single(document.Attachments).MediaType.Full);
    }

    [Fact]
    public void Only_html_has_no_text_body_but_composes_to_text()
    {
        var document = Written.Read("Content-Type: text/html", "", "<p>rich</p>");
        Assert.Null(document.TextBody);
        Assert.Equal("<p>rich</p>", document.HtmlBody);
        Assert.Equal("RICH", document.ComposeText(_ => "RICH"));
    }

    [Fact]
    public void Only_text_has_no_html_body() => Assert.Null(Written.Read("", "text").HtmlBody);

    [Fact]
    public void Files_after_the_body_are_attachments()
    {
        var document = Multipart("mixed", Text("body"), File("application/pdf", "a.pdf"), File("text/plain", "b.txt"), ["Content-Type: image/png", "", "nameless"]);
        Assert.Equal("body", document.TextBody);
        Assert.Equal(["a.pdf", "b.txt", null], document.Attachments.Select(part => part.FileName));
    }

    [Fact]
    public void Inline_text_that_follows_is_part_of_the_body()
    {
        var document = Multipart("mixed", Text("one"), File("image/png", "a.png"), Text("two", "Content-Disposition: inline"), Text("footer"));
        Assert.Equal("one\ntwo\nfooter", document.TextBody);
        Assert.Single(document.Attachments);
    }

    [Fact]
    public void Later_text_with_a_name_is_a_file()
    {
        var document = Multipart("mixed", Text("one"), Text("two", "Content-Disposition: inline; filename=log.txt"));
        Assert.Equal("one", document.TextBody);
        Assert.Equal("log.txt", Assert.Single(document.Attachments).FileName);
    }

    [Fact]
    public void A_text_footer_of_a_list_reaches_both_bodies()
    {
        var document = Multipart("mixed", Nested("alternative", "b1", Text("plain"), Html("<b>rich</b>")), Text("a < b"));
        Assert.Equal("plain\na < b", document.TextBody);
        Assert.StartsWith("<b>rich</b>", document.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", document.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_then_html_in_mixed_are_one_body_in_two_pieces()
    {
        var document = Multipart("mixed", Text("one"), Html("<i>two</i>"));
        Assert.Equal("one", document.TextBody);
        Assert.Contains("<i>two</i>", document.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("one", document.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("one\nTWO", document.ComposeText(_ => "TWO"));
    }

    [Fact]
    public void Images_that_the_html_refers_to_are_attachments_with_their_content_id()
    {
        var document = Multipart(
            "related", Html("<img src=cid:one@x>"), ["Content-Type: image/png", "Content-ID: <one@x>", "Content-Disposition: inline; filename=a.png", "", "png"]);
        Assert.Equal("<img src=cid:one@x>", document.HtmlBody);
        Assert.Equal("one@x", Assert.Single(document.Attachments).ContentId);
    }

    [Fact]
    public void A_related_root_is_found_by_its_start_parameter()
    {
        var document = Multipart(
            "related; start=\"<root@x>\"", ["Content-Type: text/plain", "Content-ID: <other@x>", "", "css"], ["Content-Type: text/html", "Content-ID: <root@x>", "", "rich"]);
        Assert.Equal("rich", document.HtmlBody);
        Assert.Equal("other@x", Assert.Single(document.Attachments).ContentId);
    }

    [Fact]
    public void Of_a_signed_message_the_first_part_is_body_and_the_signature_an_attachment()
    {
        var document = Multipart(
            "signed", Nested("mixed", "b1", Text("signed text"), File("application/pdf", "a.pdf")), ["Content-Type: application/pgp-signature; name=signature.asc", "", "sig"]);
        Assert.Equal("signed text", document.TextBody);
        Assert.Equal(["a.pdf", "signature.asc"], document.Attachments.Select(part => part.FileName));
    }

    [Fact]
    public void A_single_part_that_is_no_text_is_an_attachment()
    {
        var document = Written.Read("Content-Type: application/pdf; name=a.pdf", "", "pdf");
        Assert.Null(document.TextBody);
        Assert.Equal("a.pdf", Assert.Single(document.Attachments).FileName);
    }

    [Fact]
    public void An_embedded_message_is_one_attachment_and_readable()
    {
        var document = Multipart(
            "mixed", Text("see below"), ["Content-Type: message/rfc822", "", "Subject: inner", .. Nested("mixed", "b1", Text("inner text"), File("image/png", "a.png"))]);
        var attachment = Assert.Single(document.Attachments);
        var inner = attachment.EmbeddedMessage();
        Assert.NotNull(inner);
        Assert.Equal("inner", inner.Subject);
        Assert.Equal("inner text", inner.TextBody);
        Assert.Equal("content of a.png", Written.ContentText(Assert.Single(inner.Attachments)));
        Assert.Equal("see below", document.TextBody);
    }

    [Fact]
    public void An_embedded_message_behind_a_stream_is_read_from_the_same_stream()
    {
        var octets = Written.Octets(
            ["Content-Type: multipart/mixed; boundary=b0", "", .. Lines("b0", [Text("x"), ["Content-Type: message/rfc822", "", "Subject: inner", "", "inner text"]])]);
        var inner = Assert.Single(Written.Windowed(octets).Attachments).EmbeddedMessage();
        Assert.Equal("inner text", inner?.TextBody);
        Assert.Equal("inner", inner?.Subject);
    }

    [Fact]
    public void An_encoded_embedded_message_is_readable_too()
    {
        var inner = Convert.ToBase64String(Written.Octets("Subject: inner", "", "inner text"));
        var document = Multipart("mixed", Text("x"), ["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", inner]);
        Assert.Equal("inner text", Assert.Single(document.Attachments).EmbeddedMessage()?.TextBody);
    }

    [Fact]
    public void The_same_number_finds_the_same_part_in_a_later_reading()
    {
        string[] lines = ["Content-Type: multipart/mixed; boundary=b0", "", .. Lines("b0", [Text("x"), File("image/png", "a.png")])];
        var index = Assert.Single(Written.Read(lines).Attachments).Index;
        Assert.Equal("a.png", Written.Read(lines).PartAt(index)?.FileName);
    }

    [Fact]
    public void A_first_text_with_a_name_is_still_the_body() =>
        Assert.Equal("one", Multipart("mixed", ["Content-Type: text/plain; name=body.txt", "", "one"], File("image/png", "a.png")).TextBody);

    [Fact]
    public void Text_that_wants_to_be_an_attachment_is_one()
    {
        var document = Written.Read("Content-Type: text/plain", "Content-Disposition: attachment", "", "text");
        Assert.Null(document.TextBody);
        Assert.Single(document.Attachments);
    }

    [Fact]
    public void Of_an_encrypted_message_every_part_is_an_attachment()
    {
        var document = Multipart("encrypted", ["Content-Type: application/pgp-encrypted", "", "Version: 1"], ["Content-Type: application/octet-stream; name=encrypted.asc", "", "x"]);
        Assert.Null(document.TextBody);
        Assert.Equal(2, document.Attachments.Count);
    }

    [Fact]
    public void Several_texts_among_alternatives_are_all_read()
    {
        var document = Multipart("alternative", Text("one"), Text("two"), Html("rich"));
        Assert.Equal("one\ntwo", document.TextBody);
        Assert.Equal("rich", document.HtmlBody);
    }

    [Fact]
    public void A_document_knows_its_length() => Assert.Equal(16, Written.Read("Subject: x", "", "yz").Length);

    [Fact]
    public void A_stream_that_fails_says_so_and_is_closed()
    {
        var stream = new Failing();
        Assert.Throws<IOException>(() => MailReader.Read(() => stream, 100));
        Assert.False(stream.CanRead);
    }

    [Fact]
    public void A_stream_shorter_than_was_said_is_read_to_its_end()
    {
        var octets = Written.Octets("Subject: x", "", "text");
        var document = MailReader.Read(() => new MemoryStream(octets), octets.Length + 1000);
        Assert.Equal("x", document.Subject);
        Assert.Equal("text", document.TextBody);
    }

    private sealed class Failing : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("The disk is gone.");
    }
}
