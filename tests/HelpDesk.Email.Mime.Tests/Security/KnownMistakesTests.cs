using System.Diagnostics;
using System.Text;

namespace HelpDesk.Email.Mime.Tests.Security;

/// <summary>What became a CVE in a help desk or a mail library, as far as it is about reading and writing mail.</summary>
public sealed class KnownMistakesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static MailDraft Draft => new() { From = [new MailAddressBox("desk@example.test", null)], To = [new MailAddressBox("ann@example.test", null)], Subject = "x", TextBody = "x" };

    private static string Repeat(string piece, int size) => string.Concat(Enumerable.Repeat(piece, size / piece.Length));

    [Theory]
    [InlineData("a(", "")]
    [InlineData("(((((\\", ")")]
    [InlineData("\"a\\\"", "@b.test")]
    [InlineData("a.b.", "@b.test")]
    [InlineData("a\t ", "<a@b.test>")]
    [InlineData("<a@b.test", ">")]
    public void CVE_2018_18898_no_address_list_blows_up(string piece, string end)
    {
        var watch = Stopwatch.StartNew();
        _ = MailAddresses.Parse(Repeat(piece, 500_000) + end, 1000);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=\"", "a'*")]
    [InlineData("Subject: ", "=?utf-8?q?=?=")]
    [InlineData("Subject: ", "=?a?b?")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"", "-")]
    [InlineData("Date: ", "1:1 ")]
    [InlineData("References: ", "<<@")]
    public void CVE_2014_9472_a_crafted_header_takes_no_more_time_than_another(string start, string piece)
    {
        var watch = Stopwatch.StartNew();
        Written.Exhaust(Written.Read(start + Repeat(piece, 500_000), "", "text"));
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Fact]
    public void CVE_2026_48187_every_count_has_a_limit()
    {
        var limits = MailReadingLimits.Default;
        var document = MailReader.Read(Encoding.ASCII.GetBytes(Repeat("To: a@b.test, c@d.test\r\n", 50_000) + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Repeat("--b\r\nContent-Type: image/png\r\n\r\nx\r\n", 200_000)));
        Assert.InRange(document.To.Count, 1, limits.MaxAddresses);
        Assert.InRange(document.AllParts().Count(), 1, limits.MaxParts);
        Assert.InRange(document.Attachments.Count, 0, limits.MaxAttachments);
        Assert.Contains(document.Defects, defect => defect.Kind == MailDefectKind.LimitExceeded);
    }

    [Fact]
    public void CVE_2022_39052_many_recipients_are_counted_and_cut()
    {
        var watch = Stopwatch.StartNew();
        var document = Written.Read("To: " + Repeat("a@b.test, ", 60_000), "Cc: " + Repeat("x <a@b.test>, ", 60_000), "", "text");
        Assert.Equal(MailReadingLimits.Default.MaxAddresses, document.To.Count);
        Assert.Equal(MailReadingLimits.Default.MaxAddresses, document.Cc.Count);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("x\r\nBcc: eve@example.test")]
    [InlineData("x\nBcc: eve@example.test")]
    [InlineData("x\rBcc: eve@example.test")]
    [InlineData("x\u2028Bcc: eve@example.test")]
    [InlineData("x\u0085Bcc: eve@example.test")]
    public void CVE_2012_4730_no_value_adds_a_header(string value)
    {
        var octets = MailComposer.Compose(Draft with { Subject = value, From = [new MailAddressBox("desk@example.test", value)], ExtraHeaders = [new("X-A", value)] });
        var document = MailReader.Read(octets);
        Assert.False(document.Headers.Has("Bcc"));
        Assert.Equal("x", document.TextBody?.TrimEnd());
        Assert.DoesNotContain("\nBcc", Encoding.ASCII.GetString(octets), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"ann\r\nBcc: eve@example.test\"@example.test")]
    [InlineData("\"ann\\\r\nBcc: eve@example.test\"@example.test")]
    [InlineData("ann\r\nRCPT TO:<eve@example.test>\r\n@example.test")]
    [InlineData("ann@example.test\r\nBcc: eve@example.test")]
    [InlineData("\"\0\"@example.test")]
    public void CVE_2026_30227_no_line_end_passes_in_an_address(string address)
    {
        Assert.Throws<MailCompositionException>(() => MailComposer.Compose(Draft with { To = [new MailAddressBox(address, null)] }));
        Assert.DoesNotContain(MailAddresses.Parse(address, 10), box => (box.Address + box.Name).Any(char.IsControl));
    }
}
