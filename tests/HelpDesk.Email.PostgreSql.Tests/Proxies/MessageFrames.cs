using System.Buffers.Binary;

namespace HelpDesk.Email.PostgreSql.Tests.Proxies;

/// <summary>Finds the messages of PostgreSQL's protocol in the pieces in which they come: a type, a length that counts itself, and the rest.</summary>
internal sealed class MessageFrames
{
    private const int HeaderLength = 5;

    private readonly byte[] _header = new byte[HeaderLength];
    private int _read;
    private int _left;

    /// <summary>Reads a piece.</summary>
    /// <param name="piece">What came.</param>
    /// <param name="begins">Called with the type of each message whose header ends in the piece.</param>
    public void Read(ReadOnlySpan<byte> piece, Action<char> begins)
    {
        while (piece.Length > 0)
        {
            if (_left > 0)
            {
                var count = Math.Min(_left, piece.Length);
                _left -= count;
                piece = piece[count..];
                continue;
            }

            var more = Math.Min(HeaderLength - _read, piece.Length);
            piece[..more].CopyTo(_header.AsSpan(_read));
            piece = piece[more..];
            _read += more;
            if (_read == HeaderLength)
            {
                _read = 0;
                _left = BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(1)) - (HeaderLength - 1);
                begins((char)_header[0]);
            }
        }
    }
}
