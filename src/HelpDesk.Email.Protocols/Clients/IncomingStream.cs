namespace HelpDesk.Email.Protocols.Clients;

/// <summary>Octets that come in from a server, as a stream that goes forward and is read asynchronously.</summary>
internal abstract class IncomingStream : Stream
{
    private const int PieceLength = 64 * 1024;
    private bool _closed;

    /// <inheritdoc/>
    public override bool CanRead => !_closed;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads what is left and throws it away; nothing more can be read.</summary>
    public async ValueTask DrainAsync()
    {
        while (!(await TakeAsync(PieceLength).ConfigureAwait(false)).IsEmpty)
        {
        }

        _closed = true;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        var octets = await NextAsync(buffer.Length, cancellationToken).ConfigureAwait(false);
        octets.CopyTo(buffer);
        return octets.Length;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Writes the octets to another stream straight from where they came in.</summary>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        while (await NextAsync(PieceLength, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } octets)
        {
            await destination.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The octets come over a network: read them asynchronously.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <summary>The next octets, which are good until the next call; none at the end.</summary>
    /// <param name="atMost">How many there may be; at least one.</param>
    protected abstract ValueTask<ReadOnlyMemory<byte>> TakeAsync(int atMost);

    private ValueTask<ReadOnlyMemory<byte>> NextAsync(int atMost, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return TakeAsync(atMost);
    }
}
