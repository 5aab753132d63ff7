using System.Buffers.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes base64 in lines of 76 characters (RFC 2045 section 6.8), piece by piece.</summary>
internal static class Base64Writer
{
    private const int LineOctets = 57;

    /// <summary>How many octets of content make whole lines; every piece but the last has so many.</summary>
    public const int PieceOctets = LineOctets * 256;

    /// <summary>Encodes a piece into lines, each with its line end.</summary>
    public static int Encode(ReadOnlySpan<byte> piece, Span<byte> lines)
    {
        var written = 0;
        while (!piece.IsEmpty)
        {
            var line = piece[..Math.Min(LineOctets, piece.Length)];
            Base64.EncodeToUtf8(line, lines[written..], out _, out var count);
            written += count;
            lines[written++] = (byte)'\r';
            lines[written++] = (byte)'\n';
            piece = piece[line.Length..];
        }

        return written;
    }

    /// <summary>How much room the lines of so many octets need.</summary>
    public static int RoomFor(int octets) => (octets + LineOctets - 1) / LineOctets * (LineOctets / 3 * 4 + 2);

    public static byte[] Encode(ReadOnlySpan<byte> content)
    {
        var lines = new byte[RoomFor(content.Length)];
        return lines[..Encode(content, lines)];
    }
}
