using System.Buffers;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes quoted-printable (RFC 2045 section 6.7) with lines of at most 76 characters.</summary>
internal static class QuotedPrintableWriter
{
    private const int Longest = 76;

    /// <summary>Encodes text whose lines end in CR LF and nothing else.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> text)
    {
        var encoded = new ArrayBufferWriter<byte>(text.Length + (text.Length / 4) + 16);
        while (true)
        {
            var end = text.IndexOf("\r\n"u8);
            EncodeLine(encoded, end < 0 ? text : text[..end]);
            if (end < 0)
                return encoded.WrittenSpan.ToArray();
            encoded.Write("\r\n"u8);
            text = text[(end + 2)..];
        }
    }

    /// <summary>How many octets encoding would give, soft line breaks left out.</summary>
    public static long Estimate(ReadOnlySpan<byte> text)
    {
        long length = 0;
        foreach (var octet in text)
            length += IsPlain(octet) || octet is (byte)'\r' or (byte)'\n' ? 1 : 3;
        return length;
    }

    private static void EncodeLine(ArrayBufferWriter<byte> encoded, ReadOnlySpan<byte> line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var plain = IsPlain(line[i]) && !IsAtRisk(line, i);
            var width = plain ? 1 : 3;
            if (column + width > (i + 1 < line.Length ? Longest - 1 : Longest))
            {
                encoded.Write("=\r\n"u8);
                column = 0;
            }

            if (plain)
                encoded.Write(line.Slice(i, 1));
            else
                encoded.Write([(byte)'=', Hex(line[i] >> 4), Hex(line[i] & 15)]);
            column += width;
        }
    }

    private static bool IsPlain(byte octet) => octet is >= 33 and <= 126 and not (byte)'=' or (byte)' ' or (byte)'\t';

    /// <summary>Blanks at the end of a line are lost on the way, a lone dot ends a message, and mbox files change "From ".</summary>
    private static bool IsAtRisk(ReadOnlySpan<byte> line, int index) =>
        (index + 1 == line.Length && (line[index] is (byte)' ' or (byte)'\t'))
        || (index == 0 && (line[0] == '.' || line.StartsWith("From "u8)));

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
