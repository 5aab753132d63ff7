namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>Reads octets in pieces, never more at a time than a disk or a socket gives.</summary>
internal sealed class TrialStream(ReadOnlyMemory<byte> octets, Action<long> onRead, Action onDispose) : Stream
{
    private const int Piece = 50_000;

    private int _position;
    private bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => octets.Length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var count = Math.Min(Math.Min(buffer.Length, Piece), octets.Length - _position);
        octets.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        onRead(_position);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Really later, as from a disk: who waits for it in a hurry is found out.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return Read(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => _position = checked((int)(origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => octets.Length + offset,
    }));

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            onDispose();
        }

        base.Dispose(disposing);
    }
}
