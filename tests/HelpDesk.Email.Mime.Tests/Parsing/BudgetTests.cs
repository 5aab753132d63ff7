using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Mime.Tests.Parsing;

public sealed class BudgetTests
{
    private static void ReadsInTime(byte[] octets) => Swiftly.Does(TimeSpan.FromSeconds(10), () =>
    {
        Written.Exhaust(MailReader.Read(octets));
        Written.Exhaust(Written.Windowed(octets));
    });

    private static byte[] Flood(string head, string piece, int size = 1_000_000) =>
        Encoding.Latin1.GetBytes(head + string.Concat(Enumerable.Repeat(piece, size / piece.Length)));

    [Fact]
    public void Ten_thousand_nested_multiparts_are_opened_to_the_limit_only()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
            text.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n--b").Append(i).Append("\r\n");
        var octets = Encoding.ASCII.GetBytes(text.ToString());
        var document = MailReader.Read(octets);
        Assert.Equal(31, document.AllParts().Count());
        Assert.Contains(document.Defects, defect => defect.Description == "multiparts too deep");
        Assert.Single(document.Attachments);
        ReadsInTime(octets);
    }

    [Fact]
    public void A_hundred_thousand_headers_are_read_to_the_limit_only()
    {
        var octets = Flood("", "X-Header: value\r\n", 1_700_000);
        Assert.Equal(1000, MailReader.Read(octets).Headers.Count);
        ReadsInTime(octets);
    }

    [Fact]
    public void Parts_over_the_limit_are_left_out()
    {
        var octets = Flood("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n", 100_000);
        var document = MailReader.Read(octets);
        Assert.Equal(1000, document.AllParts().Count());
        Assert.Contains(document.Defects, defect => defect.Description == "too many parts");
        ReadsInTime(octets);
    }

    [Fact]
    public void Attachments_over_the_limit_are_not_listed()
    {
        var octets = Flood("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: image/png\r\n\r\nx\r\n", 20_000);
        var document = MailReader.Read(octets);
        Assert.Equal(200, document.Attachments.Count);
        Assert.Contains(document.Defects, defect => defect.Description == "too many attachments");
    }

    [Fact]
    public void Messages_in_messages_are_opened_to_the_limit_only()
    {
        var text = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 100)) + "text";
        var document = MailReader.Read(Encoding.ASCII.GetBytes(text));
        var depth = 1;
        while (document.Attachments.Count > 0 && document.Attachments[0].EmbeddedMessage() is { } inner)
        {
            document = inner;
            depth++;
        }

        Assert.Equal(10, depth);
        Assert.Contains(document.Defects, defect => defect.Description == "messages too deep in each other");
    }

    [Fact]
    public void A_message_over_the_size_is_noted_and_read()
    {
        var document = MailReader.Read(Written.Octets("Subject: x", "", "text"), new MailReadingLimits { MaxOctets = 10 });
        Assert.Equal("text", document.TextBody);
        Assert.Equal("message too large", Assert.Single(document.Defects).Description);
    }

    [Theory]
    [InlineData("", "\r")]
    [InlineData("", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("", "\0")]
    [InlineData("", "--\n")]
    [InlineData("", " ")]
    [InlineData("Subject: x", "\r\n y")]
    [InlineData("To: ", "a@example.test,\r\n ")]
    [InlineData("To: ", "<")]
    [InlineData("Subject: ", "=?utf-8?q?a?= ")]
    [InlineData("Subject: ", "=?a?q?")]
    [InlineData("Content-Type: text/plain", ";a=b")]
    [InlineData("Content-Type: text/plain", "; n*0=b")]
    [InlineData("Content-Type: text/plain; a=\"", "\\\"")]
    [InlineData("References: ", "<a@b>")]
    [InlineData("Date: ", "(")]
    [InlineData("Date: ", ": ")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b--\r\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--c\r\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\n", "--b\r\n--c\r\n")]
    [InlineData("Content-Type: multipart/digest; boundary=b\r\n\r\n", "--b\r\n\r\n\r\n")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n", "=")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n", " ")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n", "= \r\n")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\n", "=")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\n", "AAA!")]
    [InlineData("Content-Transfer-Encoding: x-uuencode\r\n\r\n", "M")]
    [InlineData("Content-Type: text/plain; format=flowed\r\n\r\n", "a \r\n")]
    [InlineData("Content-Type: text/plain; charset=utf-8\r\n\r\n", "\u00c3")]
    public void A_hostile_megabyte_is_read_in_time(string head, string piece) => ReadsInTime(Flood(head, piece));

    [Fact]
    public void Boundaries_of_many_open_multiparts_that_never_match_are_read_in_time()
    {
        var text = new StringBuilder();
        var shared = new string('x', 60);
        for (var i = 0; i < 30; i++)
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary={shared}{i:00}\r\n\r\n--{shared}{i:00}\r\n");
        ReadsInTime(Flood(text.ToString() + "\r\n", $"--{shared}\r\n"));
    }

    [Fact]
    public void Random_octets_are_read()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 200; i++)
        {
            var octets = new byte[random.Next(2000)];
            random.NextBytes(octets);
            Written.Exhaust(MailReader.Read(octets));
            Written.Exhaust(Written.Windowed(octets));
        }
    }

    [Fact]
    public void Of_a_large_message_behind_a_stream_little_stands_in_memory()
    {
        const int Size = 16 * 1024 * 1024;
        Stream Open() => new EndlessLines(Size);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = MailReader.Read(Open, Size);
        var attachment = Assert.Single(document.Attachments);
        using (var content = attachment.OpenContent())
            content.CopyTo(Stream.Null);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
        Assert.InRange(attachment.DecodedLength(), Size / 2, Size);
    }

    /// <summary>A mail with one huge base64 part, made while it is read.</summary>
    private sealed class EndlessLines(long length) : Stream
    {
        private static readonly byte[] Head = Written.Octets(
            "Subject: x", "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: application/zip", "Content-Transfer-Encoding: base64", "", "");

        private static readonly byte[] Line = Written.Octets(new string('A', 76), "");

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Position);
            for (var i = 0; i < count; i++, Position++)
                buffer[i] = Position < Head.Length ? Head[Position] : Line[(Position - Head.Length) % Line.Length];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
