namespace HelpDesk.Email.Mime.Octets;

/// <summary>Reads one range of a seekable stream and owns that stream.</summary>
internal sealed class SourceRangeStream : ForwardStream
{
    private readonly Stream _inner;
    private long _left;

    public SourceRangeStream(Stream inner, OctetRange range)
    {
        _inner = inner;
        _left = range.Length;
        try
        {
            if (inner.Position != range.Start)
                inner.Position = range.Start;
        }
        catch
        {
            inner.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0)
            return 0;
        if (buffer.Length > _left)
            buffer = buffer[..(int)_left];
        var count = _inner.Read(buffer);
        _left -= count;
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0)
            return 0;
        if (buffer.Length > _left)
            buffer = buffer[..(int)_left];
        var count = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _left -= count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
