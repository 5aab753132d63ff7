using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Mime.Tests.Writing;

public sealed class ComposerTests
{
    private static readonly MailDraft Draft = new()
    {
        From = [new MailAddressBox("support@example.test", "Support")],
        To = [new MailAddressBox("ann@example.test", null)],
        Subject = "Hello",
        TextBody = "text",
        Date = DateTimeOffset.Parse("2026-11-21T10:00:00+01:00", CultureInfo.InvariantCulture),
        MessageId = "<1@example.test>",
    };

    private static string Compose(MailDraft draft, MailComposerOptions? options = null) => Encoding.UTF8.GetString(MailComposer.Compose(draft, options));

    private static MailDocument RoundTrip(MailDraft draft, MailComposerOptions? options = null) => MailReader.Read(MailComposer.Compose(draft, options));

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

    [Fact]
    public void Long_headers_are_folded_and_no_line_is_too_long()
    {
        var draft = Draft with
        {
            Subject = string.Join(' ', Enumerable.Repeat("Grüße und 日本語", 50)),
            To = [.. Enumerable.Range(0, 40).Select(i => new MailAddressBox($"recipient{i}@example.test", $"Recipient, Number {i} Ü"))],
            ExtraHeaders = [new("X-Long", new string('a', 5000)), new("X-Words", string.Join(' ', Enumerable.Repeat("word", 500)))],
            TextBody = new string('x', 5000) + "\n" + string.Join(' ', Enumerable.Repeat("word", 500)),
            HtmlBody = "<p>" + new string('x', 5000) + "</p>",
            Attachments = [new DraftAttachment(new string('ü', 200) + ".pdf", "application/pdf", new byte[5000])],
        };
        var message = Compose(draft);
        foreach (var line in message.Split("\r\n"))
            Assert.InRange(line.Length, 0, 78);
        Assert.DoesNotContain('\n', message.Replace("\r\n", "", StringComparison.Ordinal));
        var document = RoundTrip(draft);
        Assert.Equal(draft.Subject, document.Subject);
        Assert.Equal(draft.To, document.To);
        Assert.Equal(draft.TextBody, document.TextBody);
        Assert.Equal(draft.HtmlBody, document.HtmlBody);
        Assert.Equal(draft.Attachments[0].FileName, document.Attachments[0].FileName);
        Assert.Equal(draft.ExtraHeaders[0].Value, document.Headers.First("X-Long")?.Value);
    }

    [Fact]
    public void Encoded_words_are_at_most_75_characters_long_and_split_no_character()
    {
        var message = Compose(Draft with { Subject = string.Concat(Enumerable.Repeat("日本語😀ü", 40)) });
        var words = message.Split(' ', '\r', '\n').Where(word => word.StartsWith("=?", StringComparison.Ordinal)).ToList();
        Assert.True(words.Count > 5);
        foreach (var word in words)
        {
            Assert.InRange(word.Length, 12, 75);
            Assert.DoesNotContain('\ufffd', EncodedWords.Decode(word));
        }
    }

    [Fact]
    public void Plain_words_before_others_stay_readable() =>
        Assert.Contains("Subject: Re: [#1234] =?utf-8?q?Besprechungsgr=C3=BC=C3=9Fe?= Ann\r\n", Compose(Draft with { Subject = "Re: [#1234] Besprechungsgrüße Ann" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("plain", "7bit")]
    [InlineData("Viele liebe Grüße", "quoted-printable")]
    [InlineData("Привет, как дела?", "base64")]
    [InlineData("a --=_ b", "quoted-printable")]
    [InlineData("bell \u0007", "quoted-printable")]
    public void The_transfer_encoding_follows_the_content(string text, string encoding)
    {
        var draft = Draft with { TextBody = text };
        Assert.Contains("Content-Transfer-Encoding: " + encoding, Compose(draft), StringComparison.Ordinal);
        Assert.Equal(text, RoundTrip(draft).TextBody?.TrimEnd('\n'));
    }

    [Fact]
    public void Another_charset_is_used_where_it_suffices()
    {
        var options = new MailComposerOptions { Charset = "iso-8859-15" };
        Assert.Contains("charset=iso-8859-15", Compose(Draft with { TextBody = "5 €" }, options), StringComparison.Ordinal);
        Assert.Equal("5 €", RoundTrip(Draft with { TextBody = "5 €" }, options).TextBody?.TrimEnd());
        Assert.Contains("charset=utf-8", Compose(Draft with { TextBody = "日本" }, options), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_relays_change_are_protected()
    {
        var message = Compose(Draft with { TextBody = "ü\nFrom here\n.\n.." }, new MailComposerOptions { FlowedText = false });
        Assert.DoesNotContain("\r\nFrom here", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_flow_and_come_back_whole()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100)) + "\n> " + string.Join(' ', Enumerable.Repeat("quoted", 60)) + "\n>> > deep\n indented\n-- \nAnn";
        var draft = Draft with { TextBody = text };
        Assert.Equal(text + "\n", RoundTrip(draft).TextBody);
        Assert.All(Compose(draft).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public void Without_flowing_the_text_is_kept_to_the_last_blank()
    {
        const string Text = "trailing  \n  leading\n\n>quote \n";
        var draft = Draft with { TextBody = Text };
        Assert.Equal(Text, RoundTrip(draft, new MailComposerOptions { FlowedText = false }).TextBody?[..Text.Length]);
    }

    [Fact]
    public void A_clean_message_is_attached_as_it_is_and_another_as_octets()
    {
        var clean = Written.Octets("Subject: inner", "", "text", "");
        var dirty = Written.Octets("Subject: inn\u00fcr", "", "text", "");
        var document = RoundTrip(Draft with
        {
            Attachments = [new DraftAttachment("clean.eml", "message/rfc822", clean), new DraftAttachment("dirty.eml", "message/rfc822", dirty)],
        });
        Assert.Equal("message/rfc822", document.Attachments[0].MediaType.Full);
        Assert.Equal("inner", document.Attachments[0].EmbeddedMessage()?.Subject);
        Assert.Equal("application/octet-stream", document.Attachments[1].MediaType.Full);
        Assert.Equal(dirty, Written.Content(document.Attachments[1]));
    }

    [Theory]
    [InlineData("application/pdf", "application/pdf")]
    [InlineData("text/calendar; method=REPLY; charset=utf-8", "text/calendar")]
    [InlineData("multipart/mixed", "application/octet-stream")]
    [InlineData("nonsense", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    public void Media_types_are_written_if_they_are_some(string given, string expected)
    {
        var part = Assert.Single(RoundTrip(Draft with { Attachments = [new DraftAttachment("a", given, new byte[] { 1 })] }).Attachments);
        Assert.Equal(expected, part.MediaType.Full);
        if (given.Contains("REPLY", StringComparison.Ordinal))
            Assert.Equal("REPLY", part.MediaType.Parameters["method"]);
    }
}
