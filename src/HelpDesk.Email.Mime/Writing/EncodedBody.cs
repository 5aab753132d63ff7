using System.Text;
using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>A text body as it leaves: its charset, its transfer encoding and its octets.</summary>
internal sealed record EncodedBody(string Charset, string Encoding, byte[] Octets)
{
    private const int LongestLine = 998;

    /// <summary>Encodes text with <c>\n</c> line ends: as it is where ASCII suffices, else in what gets shorter.</summary>
    public static EncodedBody Of(string text, string charset)
    {
        var lines = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        var (name, octets) = InCharset(lines, charset);
        if (IsSevenBit(octets))
            return new EncodedBody(name, "7bit", octets);
        return QuotedPrintableWriter.Estimate(octets) <= (octets.Length + 2L) / 3 * 4
            ? new EncodedBody(name, "quoted-printable", QuotedPrintableWriter.Encode(octets))
            : new EncodedBody(name, "base64", Base64Writer.Encode(octets));
    }

    private static (string Name, byte[] Octets) InCharset(string text, string charset)
    {
        var wanted = Charsets.FindWritable(charset);
        // Only charsets that contain ASCII can be read by those who know nothing of them.
        if (wanted is not null && wanted.CodePage != 65001 && wanted.GetByteCount("\r\n") == 2)
        {
            var octets = wanted.GetBytes(text);
            if (wanted.GetString(octets) == text)
                return (wanted.WebName, octets);
        }

        return ("utf-8", Charsets.Utf8.GetBytes(text));
    }

    private static bool IsSevenBit(ReadOnlySpan<byte> octets)
    {
        if (!Ascii.IsValid(octets) || octets.StartsWith("From "u8) || octets.IndexOf("\nFrom "u8) >= 0 || octets.IndexOf("--=_"u8) >= 0)
            return false;
        while (true)
        {
            var end = octets.IndexOf("\r\n"u8);
            var line = end < 0 ? octets : octets[..end];
            if (line.Length > LongestLine || line.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0 && HasControls(line))
                return false;
            if (end < 0)
                return true;
            octets = octets[(end + 2)..];
        }
    }

    private static bool HasControls(ReadOnlySpan<byte> line)
    {
        foreach (var octet in line)
        {
            if (octet is < 32 and not (byte)'\t' or 127)
                return true;
        }

        return false;
    }
}
