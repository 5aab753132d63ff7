using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>The files of a mail.</summary>
public sealed class FileTests
{
    private static readonly byte[] Octets = [.. Enumerable.Range(0, 2000).Select(i => (byte)i)];

    [Fact]
    [Trait("Feature", "NO-11")]
    public async Task The_files_of_an_entry_go_with_the_mail_and_its_pictures_stand_in_the_text()
    {
        await using var desk = await ComposingDesk.StartAsync();

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(entry: Entry()));

        var (picture, file) = (mail.Attachments[0], mail.Attachments[1]);
        Assert.Equal("multipart/related", picture.Parent!.MediaType.Full);
        Assert.Contains($"src=\"cid:{picture.ContentId}\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(("log.bin", "attachment"), (file.FileName, file.Disposition));
        Assert.Equal(Octets, Content(file));
        Assert.Equal(Octets, Content(picture));
        Assert.NotNull(mail.TextBody);
        Assert.Equal(2, mail.Attachments.Count);
    }

    [Fact]
    [Trait("Feature", "NO-11")]
    public async Task Off_ends_the_pictures_too()
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:Attachments", "false"));

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(entry: Entry()));

        Assert.Empty(mail.Attachments);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(2, desk.Renderer.List("recentAttachments").Count);
    }

    [Theory]
    [InlineData("en", "Not attached: log.bin (1 kB)")]
    [InlineData("de", "Nicht angehängt: log.bin (1 kB)")]
    [Trait("Feature", "NO-11")]
    public async Task What_is_too_much_together_is_named(string culture, string line)
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:MaxAttachmentOctets", "3000"), ("Composition:Culture", culture));

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(entry: Entry()));

        Assert.Single(mail.Attachments);
        Assert.Contains(line, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("log.bin (1 kB)</p></body>", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "NO-11")]
    public async Task A_picture_that_the_mail_does_not_show_hangs_at_it_and_a_logo_does_not()
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:PlainTextOnly", "true"));
        var entry = Entry();
        var logo = File("logo.png", "image/png", Octets) with { ContentId = "logo", IsLogo = true };

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(entry: entry with { Attachments = [.. entry.Attachments, logo] }));

        Assert.Null(mail.HtmlBody);
        Assert.Equal(["smoke.png", "log.bin"], mail.Attachments.Select(part => part.FileName).OrderDescending(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("image/svg+xml", null)]
    [InlineData("text/html", null)]
    [InlineData("image/jpeg", "image/svg+xml")]
    [InlineData("image/jpeg", "text/html")]
    public async Task CVE_2020_1766_what_can_hold_a_script_is_never_a_picture_of_the_text(string type, string? found)
    {
        await using var desk = await ComposingDesk.StartAsync();
        var entry = Entry() with { Attachments = [File("x.jpg", type, "<svg onload=alert(1)>"u8.ToArray()) with { ContentId = "smoke", FoundType = found }] };

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(entry: entry));

        Assert.Equal("attachment", Assert.Single(mail.Attachments).Disposition);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, 0)]
    [InlineData(true, true, 2)]
    [InlineData(false, false, 2)]
    public async Task CVE_2026_48812_files_of_an_internal_entry_go_to_technicians_alone(bool isInternal, bool isForTechnician, int files)
    {
        await using var desk = await ComposingDesk.StartAsync();
        var entry = Entry() with { Visibility = isInternal ? EntryVisibility.Internal : EntryVisibility.Public };
        var planned = isForTechnician ? ComposingDesk.Notice() : ComposingDesk.Update();

        var row = await desk.RowAsync(planned, desk.Answer(entry: entry));

        Assert.Equal(files, ComposingDesk.Read(row).Attachments.Count);
        Assert.Equal(files > 0, Encoding.UTF8.GetString(ComposingDesk.Octets(row)).Contains("It smokes", StringComparison.Ordinal));
        Assert.Equal(files, desk.Renderer.List("recentAttachments").Count);
    }

    [Fact]
    public async Task An_acknowledgement_gives_no_file_back_nor_does_mail_about_who_is_not_sure()
    {
        await using var desk = await ComposingDesk.StartAsync();

        var answer = await desk.ComposeAsync(ComposingDesk.Update() with { Kind = OutgoingKind.AutomaticAnswer }, desk.Mail(entry: Entry()));
        var forged = await desk.ComposeAsync(ComposingDesk.Update(), desk.Mail(mayEcho: false, entry: Entry()));

        Assert.Empty(answer.Attachments);
        Assert.Empty(forged.Attachments);
        Assert.DoesNotContain("It smokes", forged.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_octets_are_gone_holds_no_mail_back()
    {
        await using var desk = await ComposingDesk.StartAsync();
        var gone = File("gone.bin", "application/octet-stream", []) with { Size = 100, Open = () => throw new IOException("The octets were purged.") };

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(entry: Entry() with { Attachments = [gone] }));

        Assert.Empty(mail.Attachments);
        Assert.Contains("Not attached: gone.bin (100 B)", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_mail_never_stands_in_memory()
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:MaxAttachmentOctets", "104857600"));
        const int size = 25 * 1024 * 1024;
        var large = File("large.bin", "application/octet-stream", []) with { Size = size, Open = () => new ZeroStream(size) };
        var occasion = desk.Answer(entry: Entry() with { Attachments = [large] });

        var row = await desk.RowAsync(ComposingDesk.Update(), occasion);

        Assert.True(row.Content!.Length > size);
        Assert.False(row.Content.TryGetMemory(out _));
        row.Content.Dispose();
    }

    private static NewTicketEntry Entry() => new(ComposingDesk.Tina, "It smokes.")
    {
        Html = "<p>It smokes: <img src=\"cid:smoke\"><img src=\"cid:none\"></p>",
        Attachments =
        [
            File("log.bin", "application/octet-stream", Octets),
            File("smoke.png", "image/png", Octets) with { ContentId = "smoke", IsInline = true },
        ],
    };

    private static TicketAttachment File(string name, string type, byte[] octets) =>
        new(name, type, octets.Length, Convert.ToHexStringLower(SHA256.HashData(octets))) { Open = () => new MemoryStream(octets) };

    private static byte[] Content(MailPart part)
    {
        using var stream = part.OpenContent();
        using var octets = new MemoryStream();
        stream.CopyTo(octets);
        return octets.ToArray();
    }

    private sealed class ZeroStream(long length) : MemoryStream
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, _left);
            buffer[..count].Clear();
            _left -= count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
