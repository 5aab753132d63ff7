using static HelpDesk.Email.Mime.Tests.Writing.Drafts;

namespace HelpDesk.Email.Mime.Tests.Writing;

public sealed class ComposerEncodingTests
{
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

    [Theory]
    [InlineData("utf-7")]
    [InlineData("iso-8859-16")]
    public void A_charset_that_is_only_read_is_not_written(string charset)
    {
        var options = new MailComposerOptions { Charset = charset };
        Assert.Contains("charset=utf-8", Compose(Draft with { TextBody = "5 €" }, options), StringComparison.Ordinal);
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
