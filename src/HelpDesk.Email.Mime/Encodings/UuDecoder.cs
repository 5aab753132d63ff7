namespace HelpDesk.Email.Mime.Encodings;

/// <summary>Uuencoded lines, with or without their <c>begin</c> and <c>end</c>; lines that are none are passed over.</summary>
internal sealed class UuDecoder : TransferDecoder
{
    private const int LongestLine = 128;
    private bool _ended;
    private bool _skipping;

    public override int Decode(ReadOnlySpan<byte> source, Span<byte> destination, bool final, out int consumed)
    {
        var read = 0;
        var written = 0;
        while (read < source.Length && destination.Length - written >= 64)
        {
            if (_ended)
            {
                read = source.Length;
                break;
            }

            var rest = source[read..];
            var newline = rest.IndexOf((byte)'\n');
            if (newline < 0 && !final)
            {
                if (rest.Length < Piece)
                    break;
                _skipping = true;
                Damaged = true;
                read = source.Length;
                break;
            }

            var line = newline < 0 ? rest : rest[..newline];
            if (!_skipping)
                written += DecodeLine(line.TrimEnd((byte)'\r'), destination[written..]);
            _skipping = false;
            read += newline < 0 ? rest.Length : newline + 1;
        }

        consumed = read;
        return written;
    }

    private int DecodeLine(ReadOnlySpan<byte> line, Span<byte> destination)
    {
        if (line.IsEmpty || line.StartsWith("begin "u8))
            return 0;
        if (line.TrimEnd((byte)' ').SequenceEqual("end"u8))
        {
            _ended = true;
            return 0;
        }

        var count = (line[0] - 32) & 63;
        // Some encoders leave the blanks at the end of a line out: what is missing counts as zero.
        if (line[0] is < 32 or > 96 || line.Length > LongestLine || line.Length - 1 < count)
        {
            Damaged = true;
            return 0;
        }

        var written = 0;
        for (var i = 1; written < count; i += 4)
        {
            var bits = (Sextet(line, i) << 18) | (Sextet(line, i + 1) << 12) | (Sextet(line, i + 2) << 6) | Sextet(line, i + 3);
            destination[written++] = (byte)(bits >> 16);
            if (written < count)
                destination[written++] = (byte)(bits >> 8);
            if (written < count)
                destination[written++] = (byte)bits;
        }

        return written;
    }

    private static int Sextet(ReadOnlySpan<byte> line, int index) => index < line.Length ? (line[index] - 32) & 63 : 0;
}
