using System.Diagnostics;
using System.Text;
using HelpDesk.Email.Mime.Containers;

namespace HelpDesk.Email.Mime.Tests.Containers;

public sealed class InlineBlockTests
{
    private static readonly string[] UuMail =
        ["Subject: x", "", "before", "begin 644 hello world.txt", "-:&5L;&\\L('=O<FQD\"@``", "`", "end", "after"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_uuencoded_file_in_text_is_an_attachment_and_no_text(bool windowed)
    {
        var document = windowed ? Written.Windowed(Written.Octets(UuMail)) : Written.Read(UuMail);
        Assert.Equal("before\nafter", document.TextBody);
        var file = Assert.Single(document.Attachments);
        Assert.Equal("hello world.txt", file.FileName);
        Assert.Equal("text/plain", file.MediaType.Full);
        Assert.Equal("hello, world\n", Written.ContentText(file));
        Assert.Equal("attachment", file.Disposition);
    }

    [Fact]
    public void Several_uuencoded_files_come_where_they_stood()
    {
        var document = Written.Read(
            "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "begin 644 1.bin", "#86)C", "`", "end", "begin 644 2.bin", "#86)C", "`", "end", "--b",
            "Content-Type: image/png; name=3.png", "", "png", "--b--");
        Assert.Equal(["1.bin", "2.bin", "3.png"], document.Attachments.Select(part => part.FileName));
    }

    [Fact]
    public void A_uuencoded_file_that_was_cut_is_kept()
    {
        var document = Written.Read("", "begin 644 a.bin", "#86)C", "and then text");
        Assert.Equal("abc", Written.ContentText(Assert.Single(document.Attachments)));
        Assert.Equal("and then text", document.TextBody);
    }

    [Theory]
    [InlineData("begin with the printer")]
    [InlineData("begin 644 things")]
    [InlineData("begin 999 a.bin")]
    [InlineData("begin")]
    public void A_sentence_that_begins_so_is_text(string line)
    {
        var document = Written.Read("", line, "and go on from there");
        Assert.Equal(line + "\nand go on from there", document.TextBody);
        Assert.Empty(document.Attachments);
    }

    [Fact]
    public void A_text_signed_inline_is_read_without_its_armour()
    {
        var document = Written.Read(
            "Subject: x", "", "-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA256", "", "Hello,", "- -- ", "Ann", "-----BEGIN PGP SIGNATURE-----", "", "iQEz", "-----END PGP SIGNATURE-----", "");
        Assert.Equal("Hello,\n-- \nAnn\n", document.TextBody);
        var signature = Assert.Single(document.Attachments);
        Assert.Equal("application/pgp-signature", signature.MediaType.Full);
        Assert.StartsWith("-----BEGIN PGP SIGNATURE", Written.ContentText(signature), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("begin 644 a\n")]
    [InlineData("begin 644 a\n#86)C\n")]
    [InlineData("begin 644 a\nend\n")]
    [InlineData("-----BEGIN PGP SIGNED MESSAGE-----\n")]
    [InlineData("-----BEGIN PGP SIGNED MESSAGE-----\n\n-----BEGIN PGP SIGNATURE-----\n")]
    [InlineData("-----BEGIN PGP SIGNED MESSAGE-----\n\n- x\n")]
    public void A_flood_of_a_megabyte_takes_no_time(string piece)
    {
        var flood = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        var watch = Stopwatch.StartNew();
        InlineBlocks.Find(flood);
        Written.Exhaust(MailReader.Read((byte[])[.. "Subject: x\n\n"u8, .. flood]));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }
}
