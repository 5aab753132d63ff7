namespace HelpDesk.Email.Mime.Encodings;

/// <summary>
/// Quoted-printable (RFC 2045 section 6.7), line by line: white space before a line end goes, a closing <c>=</c> joins lines,
/// and an <c>=</c> that means nothing stands for itself.
/// </summary>
internal sealed class QuotedPrintableDecoder : TransferDecoder
{
    public override int Decode(ReadOnlySpan<byte> source, Span<byte> destination, bool final, out int consumed)
    {
        var read = 0;
        var written = 0;
        while (read < source.Length)
        {
            var rest = source[read..];
            var room = destination.Length - written;
            var newline = rest.IndexOf((byte)'\n');
            if (newline >= 0 && newline < room)
            {
                written += DecodeLine(rest[..newline], destination[written..], out var soft);
                if (!soft)
                {
                    if (newline > 0 && rest[newline - 1] == '\r')
                        destination[written++] = (byte)'\r';
                    destination[written++] = (byte)'\n';
                }

                read += newline + 1;
                continue;
            }

            if (newline < 0 && final && rest.Length <= room)
            {
                written += DecodeLine(rest, destination[written..], out _);
                read = source.Length;
                break;
            }

            // A line longer than the room or the window: decode a piece that ends neither in an escape nor in white space.
            if (newline < 0 && !final && rest.Length < Piece)
                break;
            if (room < Math.Min(Piece, rest.Length))
                break;
            var piece = PieceLength(rest[..Math.Min(room, rest.Length)]);
            written += DecodeEscapes(rest[..piece], destination[written..]);
            read += piece;
        }

        consumed = read;
        return written;
    }

    private int DecodeLine(ReadOnlySpan<byte> line, Span<byte> destination, out bool soft)
    {
        line = line.TrimEnd("\r \t"u8);
        soft = line.Length > 0 && line[^1] == '=';
        return DecodeEscapes(soft ? line[..^1] : line, destination);
    }

    private int DecodeEscapes(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var escape = text.IndexOf((byte)'=');
            if (escape < 0)
            {
                text.CopyTo(destination[written..]);
                return written + text.Length;
            }

            text[..escape].CopyTo(destination[written..]);
            written += escape;
            text = text[escape..];
            if (text.Length > 2 && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]))
            {
                destination[written++] = (byte)((Hex(text[1]) << 4) | Hex(text[2]));
                text = text[3..];
            }
            else
            {
                Damaged = true;
                destination[written++] = (byte)'=';
                text = text[1..];
            }
        }
    }

    private static int PieceLength(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        var escape = text[Math.Max(0, end - 2)..].LastIndexOf((byte)'=');
        if (escape >= 0)
            end = Math.Max(0, end - 2) + escape;
        var trimmed = text[..end].TrimEnd("\r \t"u8).Length;
        if (trimmed > 0)
            return trimmed;
        return end > 0 ? end : text.Length;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
