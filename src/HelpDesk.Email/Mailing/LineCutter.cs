namespace HelpDesk.Email.Mailing;

/// <summary>Cuts octets into lines whatever ends them: CR LF, LF, or CR alone. A long line comes in pieces.</summary>
internal sealed class LineCutter(Stream octets)
{
    private readonly byte[] _buffer = new byte[16_384];
    private int _start;
    private int _end;
    private bool _startsLine = true;
    private bool _skipsLineFeed;

    /// <summary>A piece of a line, without what ends the line; valid until the next is read.</summary>
    internal readonly record struct Piece(ReadOnlyMemory<byte> Octets, bool StartsLine, bool EndsLine);

    /// <summary>The next piece, or <see langword="null"/> at the end. The last line ends, whether an end of line stands there or not.</summary>
    public async ValueTask<Piece?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await octets.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
                if (_end == 0)
                {
                    return _startsLine ? null : Taken(0, endsLine: true);
                }
            }

            if (_skipsLineFeed && _buffer[_start] == '\n')
            {
                _start++;
                _skipsLineFeed = false;
                continue;
            }

            _skipsLineFeed = false;
            var length = _buffer.AsSpan(_start.._end).IndexOfAny((byte)'\r', (byte)'\n');
            if (length < 0)
            {
                return Taken(_end - _start, endsLine: false);
            }

            _skipsLineFeed = _buffer[_start + length] == '\r';
            var piece = Taken(length, endsLine: true);
            _start++;
            return piece;
        }
    }

    private Piece Taken(int length, bool endsLine)
    {
        var piece = new Piece(_buffer.AsMemory(_start, length), _startsLine, endsLine);
        _start += length;
        _startsLine = endsLine;
        return piece;
    }
}
