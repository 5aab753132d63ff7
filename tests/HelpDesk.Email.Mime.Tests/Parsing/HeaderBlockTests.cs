using System.Text;

namespace HelpDesk.Email.Mime.Tests.Parsing;

public sealed class HeaderBlockTests
{
    private static bool Notes(MailDocument document, string description) => document.Defects.Any(defect => defect.Description == description);

    [Theory]
    [InlineData("From ann@example.test Sat Nov 21 10:00:00 2026")]
    [InlineData(">From ann@example.test Sat Nov 21 10:00:00 2026")]
    public void The_line_of_an_mbox_file_is_passed_over(string line)
    {
        var document = Written.Read(line, "Subject: x", "", "text");
        Assert.Equal("x", document.Subject);
        Assert.Equal("text", document.TextBody);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var document = MailReader.Read((byte[])[0xef, 0xbb, 0xbf, .. Written.Octets("Subject: x", "", "text")]);
        Assert.Equal("x", document.Subject);
        Assert.Equal(MailDefectKind.LeadingRubbish, Assert.Single(document.Defects).Kind);
    }

    [Fact]
    public void Empty_lines_before_a_header_are_passed_over()
    {
        var document = Written.Read("", "", "Subject: x", "", "text");
        Assert.Equal("x", document.Subject);
        Assert.Equal("text", document.TextBody);
    }

    [Fact]
    public void Empty_lines_before_text_mean_that_there_is_no_header()
    {
        var document = Written.Read("", "just text");
        Assert.Empty(document.Headers);
        Assert.Equal("just text", document.TextBody);
    }

    [Fact]
    public void Text_without_any_header_is_all_body()
    {
        var document = Written.Read("just text", "and more");
        Assert.Equal("just text\nand more", document.TextBody);
    }

    [Fact]
    public void A_line_between_fields_that_is_none_is_passed_over()
    {
        var document = Written.Read("Subject: x", "broken by a gateway", "To: ann@example.test", "", "text");
        Assert.Equal("x", document.Subject);
        Assert.Single(document.To);
        Assert.Equal("text", document.TextBody);
        Assert.True(Notes(document, "line in header that is no field"));
    }

    [Fact]
    public void A_header_that_turns_into_text_has_ended()
    {
        var document = Written.Read("Subject: x", "Dear all", "this is the text");
        Assert.Equal("Dear all\nthis is the text", document.TextBody);
        Assert.True(Notes(document, "header without an end"));
    }

    [Fact]
    public void No_octets_make_a_document_without_headers()
    {
        var document = MailReader.Read(ReadOnlyMemory<byte>.Empty);
        Assert.Empty(document.Headers);
        Assert.Null(document.Subject);
        Assert.Equal("", document.TextBody);
        Assert.Equal(MailDefectKind.Empty, Assert.Single(document.Defects).Kind);
        Written.Exhaust(Written.Windowed([]));
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(":")]
    [InlineData(" ")]
    [InlineData("Subject")]
    [InlineData("Subject:")]
    [InlineData("\0")]
    [InlineData("--")]
    public void A_scrap_is_a_document(string scrap)
    {
        Written.Exhaust(MailReader.Read(Encoding.ASCII.GetBytes(scrap)));
        Written.Exhaust(Written.Windowed(Encoding.ASCII.GetBytes(scrap)));
    }

    [Fact]
    public void Headers_over_the_number_are_left_out_and_noted()
    {
        var document = MailReader.Read(Written.Octets([.. Enumerable.Range(0, 50).Select(i => $"X-{i}: v"), "", "text"]), new MailReadingLimits { MaxHeaders = 10 });
        Assert.Equal(10, document.Headers.Count);
        Assert.Equal("text", document.TextBody);
        Assert.True(Notes(document, "too many headers"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_header_that_is_too_long_is_cut_and_noted(bool windowed)
    {
        var octets = Written.Octets("Subject: " + new string('x', 300_000), "To: ann@example.test", "", "text");
        var document = windowed ? Written.Windowed(octets) : MailReader.Read(octets);
        Assert.InRange(document.Subject!.Length, 60_000, 65_536);
        Assert.Equal("text", document.TextBody);
        Assert.True(Notes(document, "header too long"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_header_block_that_is_too_long_is_cut_and_noted(bool windowed)
    {
        var octets = Written.Octets([.. Enumerable.Range(0, 900).Select(i => $"X-{i}: {new string('v', 500)}"), "Subject: late", "", "text"]);
        var document = windowed ? Written.Windowed(octets) : MailReader.Read(octets);
        Assert.Null(document.Subject);
        Assert.InRange(document.Headers.Count, 400, 600);
        Assert.Equal("text", document.TextBody);
        Assert.True(Notes(document, "too many headers"));
    }

    [Theory]
    [InlineData("xxxxxxxxxxx ", 8_000)]
    [InlineData("<div>", 20_000)]
    public void A_line_longer_than_the_window_ends_a_header_in_memory_and_behind_a_stream_alike(string piece, int count)
    {
        var line = string.Concat(Enumerable.Repeat(piece, count));
        var octets = Written.Octets("Subject: x", line + ": y", "To: ann@example.test", "", "text");
        var (memory, windowed) = (MailReader.Read(octets), Written.Windowed(octets));
        Assert.Empty(memory.To);
        Assert.Equal(memory.To, windowed.To);
        Assert.Equal(memory.TextBody, windowed.TextBody);
        Assert.Equal(memory.Headers.Count, windowed.Headers.Count);
    }
}
