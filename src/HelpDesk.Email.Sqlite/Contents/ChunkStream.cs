using System.Buffers;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Reads chunked octets in any order; one chunk stands in memory. Holds no connection between two reads.</summary>
internal sealed class ChunkStream(Database database, long stage, long length) : Stream
{
    private byte[]? _chunk;
    private long _chunkPosition = -1;
    private int _chunkLength;
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
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        Load(_position / Chunks.Size);
        var offset = (int)(_position % Chunks.Size);
        var count = Math.Min(buffer.Length, _chunkLength - offset);
        _chunk.AsSpan(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
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
        if (_chunk is not null)
        {
            ArrayPool<byte>.Shared.Return(_chunk);
            _chunk = null;
        }

        base.Dispose(disposing);
    }

    private void Load(long position)
    {
        if (position == _chunkPosition)
        {
            return;
        }

        var chunk = _chunk ??= ArrayPool<byte>.Shared.Rent(Chunks.Size);
        _chunkPosition = -1;
        var read = database.Read(connection => Chunks.Read(connection, stage, position, chunk));
        if (read != Math.Min(Chunks.Size, length - (position * Chunks.Size)))
        {
            throw new IOException("The octets are no longer in the database.");
        }

        _chunkPosition = position;
        _chunkLength = read;
    }
}
