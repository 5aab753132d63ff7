using static HelpDesk.Email.Mime.Tests.Writing.Drafts;

namespace HelpDesk.Email.Mime.Tests.Writing;

public sealed class ComposerTests
{
    [Fact]
    public void A_plain_message_is_written_as_the_standards_want_it() => Assert.Equal(
        string.Join(
            "\r\n",
            "Date: Sat, 21 Nov 2026 10:00:00 +0100",
            "From: Support <support@example.test>",
            "To: ann@example.test",
            "Subject: Hello",
            "Message-ID: <1@example.test>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8; format=flowed",
            "Content-Transfer-Encoding: 7bit",
            "",
            "text",
            ""),
        Compose(Draft));

    [Fact]
    public void The_same_draft_gives_the_same_octets()
    {
        var draft = Draft with { HtmlBody = "<p>x</p>", Attachments = [new DraftAttachment("a.bin", "application/octet-stream", new byte[] { 1, 2, 3 })] };
        Assert.Equal(MailComposer.Compose(draft), MailComposer.Compose(draft));
    }

    [Fact]
    public async Task Writing_to_a_stream_gives_the_same_octets_as_composing()
    {
        var draft = Draft with { HtmlBody = "<p>ü</p>", Attachments = [new DraftAttachment("a.bin", "application/octet-stream", new byte[100_000])] };
        using var stream = new MemoryStream();
        await MailComposer.WriteAsync(draft, stream, null, CancellationToken.None);
        Assert.Equal(MailComposer.Compose(draft), stream.ToArray());
    }

    [Fact]
    public async Task Writing_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MailComposer.WriteAsync(Draft, new MemoryStream(), null, cancelled.Token));
    }

    [Fact]
    public void Nothing_but_the_body_makes_one_part()
    {
        Assert.Single(RoundTrip(Draft).AllParts());
        Assert.Equal("text/html", RoundTrip(Draft with { TextBody = null, HtmlBody = "<p>x</p>" }).Root.MediaType.Full);
        Assert.Equal("", RoundTrip(Draft with { TextBody = null }).TextBody);
    }

    [Fact]
    public void Text_html_images_and_files_stand_in_their_multiparts()
    {
        var document = RoundTrip(Draft with
        {
            HtmlBody = "<img src=\"cid:logo@x\">",
            Attachments =
            [
                new DraftAttachment("logo.png", "image/png", new byte[] { 1 }) { ContentId = "logo@x", Inline = true },
                new DraftAttachment("a.pdf", "application/pdf", new byte[] { 2 }),
            ],
        });
        Assert.Equal(
            ">multipart/mixed 0>multipart/alternative 1>text/plain 1>multipart/related 3>text/html 3>image/png 0>application/pdf",
            string.Join(' ', document.AllParts().Select(part => $"{part.Parent?.Index}>{part.MediaType}")));
        Assert.Equal("logo@x", document.Attachments[0].ContentId);
        Assert.Equal("inline", document.Attachments[0].Disposition);
        Assert.Equal([2], Written.Content(document.Attachments[1]));
        Assert.Empty(document.Defects);
    }

    [Fact]
    public void No_value_can_bring_in_a_line_of_its_own()
    {
        const string Injection = "x\r\nBcc: eve@example.test\r\n\r\nbody\u2028\u0085\0";
        var draft = Draft with
        {
            Subject = Injection,
            From = [new MailAddressBox("support@example.test", Injection)],
            ExtraHeaders = [new("X-Extra", Injection), new("X-Ascii", "a\nBcc: b")],
            InReplyTo = ["<a@b>\r\nBcc: c"],
            References = ["<a@b\r\nBcc:c>", "<ok@b>"],
            Attachments = [new DraftAttachment(Injection, "text/plain\r\nBcc: x", new byte[] { 1 })],
        };
        var document = RoundTrip(draft);
        Assert.Equal("x Bcc: eve@example.test body", document.Subject?.TrimEnd());
        Assert.DoesNotContain(document.Headers, field => field.Name == "Bcc");
        Assert.Empty(document.InReplyTo);
        Assert.Equal(["<ok@b>"], document.References);
        Assert.DoesNotContain("\nBcc", Compose(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("X Extra")]
    [InlineData("X-Extra:")]
    [InlineData("X-Extra\r\nBcc")]
    [InlineData("X-Ü")]
    [InlineData("Bcc")]
    [InlineData("resent-bcc")]
    [InlineData("Subject")]
    [InlineData("Content-Type")]
    public void Header_names_that_are_unsound_or_spoken_for_are_refused(string name) =>
        Assert.Throws<MailCompositionException>(() => MailComposer.Compose(Draft with { ExtraHeaders = [new(name, "x")] }));

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@example.test")]
    [InlineData("ann eve@example.test")]
    [InlineData("ann@example.test, eve@example.test")]
    [InlineData("ann@example.test\r\nBcc: eve@example.test")]
    [InlineData("ann@example..test")]
    [InlineData("<ann@example.test>")]
    [InlineData("\"ann\"eve\"@example.test")]
    [InlineData("\"\"\"@example.test")]
    [InlineData("\"ann\\\\\"eve\"@example.test")]
    [InlineData("\"ann\\\"@example.test")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_address_is_refused(string? address) =>
        Assert.Throws<MailCompositionException>(() => MailComposer.Compose(Draft with { To = [new MailAddressBox(address, "x")] }));

    [Fact]
    public void An_address_beyond_ascii_needs_smtputf8()
    {
        var draft = Draft with { To = [new MailAddressBox("jürgen@bücher.test", "Jürgen")] };
        var refusal = Assert.Throws<MailCompositionException>(() => MailComposer.Compose(draft));
        Assert.Contains("jürgen@bücher.test", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(draft.To, RoundTrip(draft, new MailComposerOptions { AllowSmtpUtf8 = true }).To);
    }

    [Fact]
    public void A_name_that_goes_on_for_kilobytes_does_not_take_the_address_with_it()
    {
        var to = Assert.Single(RoundTrip(Draft with { To = [new MailAddressBox("ann@example.test", string.Concat(Enumerable.Repeat("Ann ", 20_000)))] }).To);
        Assert.Equal("ann@example.test", to.Address);
        Assert.InRange(to.Name!.Length, 3900, 4000);
    }

    [Fact]
    public void A_message_needs_an_author() => Assert.Throws<MailCompositionException>(() => MailComposer.Compose(Draft with { From = [] }));

    [Fact]
    public void Several_authors_get_a_sender() => Assert.Equal("support@example.test", RoundTrip(Draft with
    {
        From = [.. Draft.From, new MailAddressBox("ann@example.test", null)],
    }).Sender.Single().Address);

    [Fact]
    public void A_message_without_recipients_says_so() => Assert.Contains("To: undisclosed-recipients:;", Compose(Draft with { To = [] }), StringComparison.Ordinal);

    [Fact]
    public void A_message_id_is_made_where_none_is_given()
    {
        var id = RoundTrip(Draft with { MessageId = null }).MessageId;
        Assert.Matches("^<[0-9a-f]{32}@example.test>$", id);
        Assert.Throws<MailCompositionException>(() => MailComposer.Compose(Draft with { MessageId = "<a b@c>" }));
        Assert.Throws<MailCompositionException>(() => MailComposer.Compose(Draft with { MessageId = "a@c" }));
    }

    [Fact]
    public void Of_many_references_the_first_and_the_last_ones_are_written()
    {
        var document = RoundTrip(Draft with { References = [.. Enumerable.Range(1, 100).Select(i => $"<{i}@a>")] }, new MailComposerOptions { MaxReferences = 3 });
        Assert.Equal(["<1@a>", "<99@a>", "<100@a>"], document.References);
    }
}
