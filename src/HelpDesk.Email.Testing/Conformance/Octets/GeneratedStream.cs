using System.Buffers.Binary;

namespace HelpDesk.Email.Testing.Conformance.Octets;

/// <summary>Octets that are computed from their position: as long as one likes, and never in memory.</summary>
internal sealed class GeneratedStream(ulong seed, long length, bool canSeek, Action<long>? onRead) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? length : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? _position : throw new NotSupportedException();
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        var i = FillUpToWord(buffer[..count]);
        for (; count - i >= 8; i += 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(buffer[i..], Word(_position + i));
        }

        for (; i < count; i++)
        {
            buffer[i] = Octet(_position + i);
        }

        _position += count;
        onRead?.Invoke(_position);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        if (!canSeek)
        {
            throw new NotSupportedException();
        }

        return _position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int FillUpToWord(Span<byte> buffer)
    {
        var i = 0;
        for (; i < buffer.Length && ((_position + i) & 7) != 0; i++)
        {
            buffer[i] = Octet(_position + i);
        }

        return i;
    }

    private byte Octet(long position) => (byte)(Word(position) >> (int)(8 * (position & 7)));

    private ulong Word(long position) => Mix(seed + (ulong)(position >> 3));

    // SplitMix64: every octet value comes up, line ends and invalid UTF-8 included.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
