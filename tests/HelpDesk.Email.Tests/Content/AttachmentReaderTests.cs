using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Tests.Content;

public sealed class AttachmentReaderTests
{
    private static readonly byte[] Icon = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 120, 0, 0, 0, 40];
    private static readonly byte[] Photo = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 4, 0, 0, 0, 4, 0];
    private static readonly byte[] Program = [(byte)'M', (byte)'Z', .. new byte[126]];

    [Fact]
    public void A_part_is_inline_only_if_the_html_shows_it()
    {
        var findings = Read("<img src='cid:shown@a'><img src=\"CID:spaced%20out@a\">", Part("shown.png", "image/png", Photo, "shown@a"), Part("other.png", "image/png", Photo, "other@a"), Part("x.png", "image/png", Photo, "spaced out@a"));

        Assert.Equal([true, false, true], findings.Kept.Select(file => file.IsInline));
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg onload='x()'>")]
    [InlineData("image/png", "<html><script>x()</script>")]
    [InlineData("text/html", "<b>x</b>")]
    public void CVE_2020_1766_svg_and_html_are_never_inline(string type, string content) =>
        Assert.False(Read("<img src='cid:a@b'>", Part("a.png", type, System.Text.Encoding.ASCII.GetBytes(content), "a@b")).Kept[0].IsInline);

    [Fact]
    public void The_type_that_the_octets_show_stands_beside_the_declared_one()
    {
        var findings = Read(null, Part("photo.jpg", "image/jpeg", Program), Part("list.pdf", "application/octet-stream", "%PDF-1.7"u8.ToArray()));

        Assert.Equal([("image/jpeg", "application/x-msdownload"), ("application/octet-stream", "application/pdf")], findings.Kept.Select(file => (file.ContentType, file.FoundType!)));
        Assert.Equal(["photo.jpg: declared image/jpeg, the content is application/x-msdownload"], findings.Evidence);
    }

    [Fact]
    public void Small_pictures_that_come_again_or_outside_of_the_reply_are_logos_and_are_kept()
    {
        var mail = Mail(
            "<p><img src=cid:photo><img src=cid:icon><img src=cid:twice></p><p><img src=cid:twice></p><div class=gmail_quote><img src=cid:old></div>",
            Part("photo.png", "image/png", Photo, "photo"), Part("icon.png", "image/png", Icon, "icon"), Part("twice.png", "image/png", [.. Photo, 1], "twice"), Part("old.png", "image/png", [.. Photo, 2], "old"), Part("file.png", "image/png", [.. Icon, 3]));
        var findings = AttachmentReader.Read(mail, "<p><img src=cid:photo><img src=cid:icon><img src=cid:twice></p><p><img src=cid:twice></p>", new LimitsOptions(), TestContext.Current.CancellationToken);

        Assert.Equal([false, true, true, true, false], findings.Kept.Select(file => file.IsLogo));
    }

    [Theory]
    [InlineData("setup.exe", "application/octet-stream", false)]
    [InlineData("setup.EXE", "application/octet-stream", false)]
    [InlineData("setup.exe. .", "application/octet-stream", false)]
    [InlineData("setup.\u200Bexe", "application/octet-stream", false)]
    [InlineData("a.pdf.exe", "application/pdf", false)]
    [InlineData("notes.txt", "text/plain", true)]
    [InlineData("movie.bin", "video/mp4", false)]
    public void CVE_2026_53593_denied_kinds_are_known_after_cleaning(string name, string type, bool kept)
    {
        var limits = new LimitsOptions { AttachmentDeny = { "*.exe", "video/*" } };

        var findings = AttachmentReader.Read(Mail(null, Part(name, type, "hello"u8.ToArray())), null, limits, TestContext.Current.CancellationToken);
        Assert.Equal(kept, findings.Kept.Count == 1);
        Assert.Equal(!kept, findings.Notes.Count == 1);
    }

    [Theory]
    [InlineData("a.pdf", "application/pdf", "%PDF-1.7", true)]
    [InlineData("a.png", "image/png", "hello", true)]
    [InlineData("a.gif", "image/gif", "%PDF-1.7", false)]
    [InlineData("a.pdf", "application/pdf", "<html><script>", false)]
    [InlineData("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004", false)]
    public void With_a_list_of_accepted_kinds_name_and_content_have_to_be_on_it(string name, string type, string content, bool kept)
    {
        var limits = new LimitsOptions { AttachmentAllow = { "pdf", ".png" } };

        var findings = AttachmentReader.Read(Mail(null, Part(name, type, System.Text.Encoding.Latin1.GetBytes(content))), null, limits, TestContext.Current.CancellationToken);
        Assert.Equal(kept, findings.Kept.Count == 1);
    }

    [Fact]
    public void A_denied_kind_is_denied_under_another_name()
    {
        var limits = new LimitsOptions { AttachmentDeny = { ".exe" } };

        var findings = AttachmentReader.Read(Mail(null, Part("photo.jpg", "image/jpeg", Program)), null, limits, TestContext.Current.CancellationToken);
        Assert.Empty(findings.Kept);
        Assert.Equal(["The file photo.jpg was not added: files of this kind are not accepted (application/x-msdownload)."], findings.Notes);
    }

    [Fact]
    public void A_file_that_is_too_long_is_left_out_and_named()
    {
        var limits = new LimitsOptions { MaxAttachmentOctets = 4 };

        var findings = AttachmentReader.Read(Mail(null, Part("a.txt", "text/plain", "1234"u8.ToArray()), Part("b.txt", "text/plain", "12345"u8.ToArray())), null, limits, TestContext.Current.CancellationToken);
        Assert.Equal("a.txt", Assert.Single(findings.Kept).FileName);
        Assert.Equal(["The file b.txt was not added: it has 5 octets; 4 are accepted."], findings.Notes);
    }

    private static AttachmentFindings Read(string? html, params InboundAttachment[] parts) =>
        AttachmentReader.Read(Mail(html, parts), html, new LimitsOptions(), TestContext.Current.CancellationToken);

    private static InboundMail Mail(string? html, params InboundAttachment[] parts) => new() { MessageId = "<a@b>", UnsafeHtml = html, Attachments = parts };

    private static InboundAttachment Part(string name, string type, byte[] octets, string? contentId = null) =>
        new(1, name, type) { ContentId = contentId, Disposition = "inline", Open = () => new MemoryStream(octets) };
}
