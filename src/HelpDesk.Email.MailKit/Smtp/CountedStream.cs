namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>A mail on its way out, which tells whether its last octet was asked for.</summary>
/// <param name="octets">The mail.</param>
internal sealed class CountedStream(Stream octets) : Stream
{
    /// <summary>Whether all of it was read: the server may have it from then on.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why it can't be read, or <see langword="null"/>.</summary>
    public IOException? Fault { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => octets.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => octets.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => octets.Position;
        set => octets.Position = value;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Note(octets.Read(buffer, offset, count), count);
        }
        catch (IOException exception)
        {
            Fault = exception;
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Note(await octets.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (IOException exception)
        {
            Fault = exception;
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => octets.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            octets.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Note(int read, int asked)
    {
        IsAtEnd |= read == 0 && asked > 0;
        return read;
    }
}
