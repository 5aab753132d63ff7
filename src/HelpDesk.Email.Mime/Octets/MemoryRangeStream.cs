namespace HelpDesk.Email.Mime.Octets;

/// <summary>Reads octets that already stand in memory.</summary>
internal sealed class MemoryRangeStream(ReadOnlyMemory<byte> octets) : ForwardStream
{
    private int _position;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, octets.Length - _position);
        octets.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));
}
