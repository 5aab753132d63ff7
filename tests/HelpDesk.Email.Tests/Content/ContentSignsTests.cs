using System.Text;
using HelpDesk.Email.Content;

namespace HelpDesk.Email.Tests.Content;

public sealed class ContentSignsTests
{
    [Theory]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("\u0089PNG\r\n\u001A\n", "image/png")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "image/jpeg")]
    [InlineData("GIF89a", "image/gif")]
    [InlineData("RIFF\0\0\0\0WEBP", "image/webp")]
    [InlineData("PK\u0003\u0004", "application/zip")]
    [InlineData("Rar!\u001A\u0007\u0001\0", "application/vnd.rar")]
    [InlineData("{\\rtf1", "application/rtf")]
    [InlineData("#!/bin/sh\n", "text/x-shellscript")]
    [InlineData("\u007FELF", "application/x-elf")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><!-- a --><svg>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><a/>", "application/xml")]
    [InlineData("\u00EF\u00BB\u00BF  <!DOCTYPE HTML>", "text/html")]
    [InlineData("<script>", "text/html")]
    [InlineData("BEGIN:VCALENDAR\r\n", "text/calendar")]
    [InlineData("BM is a text, too, and as long as a header has to be, and longer.", null)]
    [InlineData("MZ is a text, too, and as long as a header has to be, and longer.", null)]
    [InlineData("hello", null)]
    [InlineData("", null)]
    public void The_first_octets_tell_the_type(string start, string? type) => Assert.Equal(type, ContentSigns.TypeOf(Encoding.Latin1.GetBytes(start)));

    [Fact]
    public void A_program_is_known_by_both_of_its_headers()
    {
        var octets = new byte[256];
        "MZ"u8.CopyTo(octets);
        octets[60] = 128;
        "PE\0\0"u8.CopyTo(octets.AsSpan(128));
        Assert.Equal("application/x-msdownload", ContentSigns.TypeOf(octets));
        octets.AsSpan(60, 4).Fill(0xFF);
        Assert.Equal("application/x-msdownload", ContentSigns.TypeOf(octets));
    }

    [Theory]
    [InlineData("image/jpeg", "image/jpeg", false)]
    [InlineData("image/jpg", "image/jpeg", false)]
    [InlineData("image/jpeg", "image/png", true)]
    [InlineData("application/octet-stream", "application/x-msdownload", false)]
    [InlineData("application/pdf", null, false)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip", false)]
    [InlineData("application/msword", "application/x-ole-storage", false)]
    [InlineData("application/pdf", "application/zip", true)]
    [InlineData("image/png", "text/html", true)]
    [InlineData("image/jpeg", "image/svg+xml", true)]
    [InlineData("text/plain", "application/x-msdownload", true)]
    [InlineData("text/xml", "application/xml", false)]
    [InlineData("text/x-python", "text/x-shellscript", false)]
    public void A_type_is_contradicted_only_by_another_kind(string declared, string? found, bool differ) => Assert.Equal(differ, MediaTypes.Differ(declared, found));

    [Fact]
    public void Pictures_say_how_large_they_are()
    {
        byte[] png = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 120, 0, 0, 0, 40];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 40, 0, 120, 1];
        Assert.Equal((120, 40), PictureSize.Read(png));
        Assert.Equal((120, 40), PictureSize.Read(jpeg));
        Assert.Equal((120, 40), PictureSize.Read([.. "GIF89a"u8, 120, 0, 40, 0]));
        Assert.Equal(default, PictureSize.Read("%PDF-"u8));
        Assert.Equal(default, PictureSize.Read([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void Whatever_the_octets_they_are_read_without_harm()
    {
        var random = new Random(3);
        byte[][] starts = [[], [0xFF, 0xD8, 0xFF], [0x89, .. "PNG\r\n\x1A\n"u8], [.. "BM"u8], [.. "MZ"u8], [.. "GIF89a"u8], [.. "<?xml"u8]];
        for (var i = 0; i < 20_000; i++)
        {
            var rest = new byte[random.Next(ContentSigns.Enough)];
            random.NextBytes(rest);
            byte[] octets = [.. starts[i % starts.Length], .. rest];
            var type = ContentSigns.TypeOf(octets);
            var (width, height) = PictureSize.Read(octets);
            Assert.True(type is null || type.Contains('/', StringComparison.Ordinal));
            Assert.True(type?.StartsWith("image/", StringComparison.Ordinal) == true || (width, height) == default);
        }
    }
}
