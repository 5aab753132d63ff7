using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Reads chunked octets in any order; one chunk stands in memory. Holds no connection between two reads.</summary>
internal sealed class ChunkStream(Database database, long stage, long length) : Stream
{
    private byte[]? _chunk;
    private long _chunkPosition = -1;
    private long _position;
    private bool _disposed;

    public override bool CanRead => !_disposed;

    public override bool CanSeek => !_disposed;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (!IsAtOctets(buffer.Length))
        {
            return 0;
        }

        // Who reads a stream like this has a thread to spare; the connection's own calls that block would need a second way through the store.
        var chunk = _position / Chunks.Size;
        if (chunk != _chunkPosition)
        {
            Task.Run(() => LoadAsync(chunk, CancellationToken.None).AsTask()).GetAwaiter().GetResult();
        }

        return Take(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsAtOctets(buffer.Length))
        {
            return 0;
        }

        await LoadAsync(_position / Chunks.Size, cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => length,
        };
        return _position = target >= 0 ? target : throw new IOException("There is nothing before the first octet.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("Stored octets do not change.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Stored octets do not change.");

    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        _chunk = null;
        base.Dispose(disposing);
    }

    private bool IsAtOctets(int wanted)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _position < length && wanted > 0;
    }

    private int Take(Span<byte> buffer)
    {
        var offset = (int)(_position % Chunks.Size);
        var count = Math.Min(buffer.Length, _chunk!.Length - offset);
        _chunk.AsSpan(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    private async ValueTask LoadAsync(long position, CancellationToken cancellationToken)
    {
        if (position == _chunkPosition)
        {
            return;
        }

        _chunkPosition = -1;
        var found = await database.ReadAsync(
            (session, token) => session.FirstAsync(Chunks.Read(stage, position), row => row.Octets(), token), cancellationToken).ConfigureAwait(false);
        if (found?.Length != Math.Min(Chunks.Size, length - (position * Chunks.Size)))
        {
            throw new IOException("The octets are no longer in the database.");
        }

        _chunk = found;
        _chunkPosition = position;
    }
}
