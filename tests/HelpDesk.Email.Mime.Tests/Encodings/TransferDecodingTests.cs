using System.Text;

namespace HelpDesk.Email.Mime.Tests.Encodings;

public sealed class TransferDecodingTests
{
    private static string Decode(string encoding, string body)
    {
        var octets = Encoding.Latin1.GetBytes($"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}");
        var text = Encoding.Latin1.GetString(Written.Content(MailReader.Read(octets).Root));
        Assert.Equal(text, Encoding.Latin1.GetString(Written.Content(Written.Windowed(octets).Root)));
        Assert.Equal(text.Length, MailReader.Read(octets).Root.DecodedLength());
        return text;
    }

    [Theory]
    [InlineData("aGVsbG8=", "hello")]
    [InlineData("aGVs\r\nbG8=\r\n", "hello")]
    [InlineData("aG Vs\tbG8=", "hello")]
    [InlineData("aGVsbG8", "hello")]
    [InlineData("aG!V?s*bG8=", "hello")]
    [InlineData("aGVsbG8=aGVsbG8=", "hellohello")]
    [InlineData("aGVsbG8=\r\naGVsbG8=\r\n", "hellohello")]
    [InlineData("aGVsbG8hX", "hello!")]
    [InlineData("====", "")]
    [InlineData("", "")]
    public void Base64_is_decoded_with_and_without_damage(string body, string expected) => Assert.Equal(expected, Decode("base64", body));

    [Theory]
    [InlineData("Gr=FC=DFe", "Gr\u00fc\u00dfe")]
    [InlineData("Gr=fc=dfe", "Gr\u00fc\u00dfe")]
    [InlineData("one=\r\ntwo", "onetwo")]
    [InlineData("one= \t\r\ntwo", "onetwo")]
    [InlineData("one=\ntwo", "onetwo")]
    [InlineData("trailing  \t\r\nnext", "trailing\r\nnext")]
    [InlineData("kept=20\r\nnext", "kept \r\nnext")]
    [InlineData("a=ZZb", "a=ZZb")]
    [InlineData("cut=C", "cut=C")]
    [InlineData("cut=", "cut")]
    [InlineData("lf only\nnext\n", "lf only\nnext\n")]
    public void Quoted_printable_is_decoded_with_and_without_damage(string body, string expected) => Assert.Equal(expected, Decode("Quoted-Printable", body));

    [Fact]
    public void Quoted_printable_lines_longer_than_any_buffer_are_decoded()
    {
        var line = string.Concat(Enumerable.Repeat("=41=42  cd ", 50_000));
        Assert.Equal(string.Concat(Enumerable.Repeat("AB  cd ", 50_000)) + "end", Decode("quoted-printable", line + "end"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(4096)]
    [InlineData(300_001)]
    public void Base64_of_any_length_comes_back(int length)
    {
        var octets = new byte[length];
        new Random(length).NextBytes(octets);
        var expected = Encoding.Latin1.GetString(octets);
        Assert.Equal(expected, Decode("base64", Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks)));
        Assert.Equal(expected, Decode("base64", Convert.ToBase64String(octets)));
    }

    [Theory]
    [InlineData("x-uuencode")]
    [InlineData("uuencode")]
    public void Uuencoded_parts_are_decoded(string name) =>
        Assert.Equal("hello, world\n", Decode(name, "begin 644 a.txt\r\n-:&5L;&\\L('=O<FQD\"@``\r\n`\r\nend\r\n"));

    [Fact]
    public void An_unknown_encoding_leaves_the_octets_and_is_noted()
    {
        var document = Written.Read("Content-Transfer-Encoding: rot13", "", "uryyb");
        Assert.Equal("uryyb", document.TextBody);
        Assert.Equal(TransferEncoding.Unknown, document.Root.TransferEncoding);
        Assert.Contains(document.Defects, defect => defect.Kind == MailDefectKind.MalformedEncoding);
    }

    [Fact]
    public void Content_can_be_read_octet_by_octet()
    {
        using var content = Written.Read("Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "aGVsbG8=").Root.OpenContent();
        var text = new StringBuilder();
        for (var octet = content.ReadByte(); octet >= 0; octet = content.ReadByte())
            text.Append((char)octet);
        Assert.Equal("hello", text.ToString());
    }

    [Theory]
    [InlineData("Dear all, this was never encoded.", "Dear all, this was never encoded.")]
    [InlineData("?garbage", "?garbage")]
    [InlineData("aGVsbG8=", "hello")]
    [InlineData("aGVs\r\nbG8=\r\n-- \r\nA footer that a list put there.", "hello\u00a0")]
    public void Text_that_only_claims_to_be_base64_is_read_as_it_is(string body, string expected)
    {
        var text = Written.Read("Content-Type: text/plain", "Content-Transfer-Encoding: base64", "", body).TextBody!;
        Assert.StartsWith(expected.TrimEnd('\u00a0'), text, StringComparison.Ordinal);
    }
}
