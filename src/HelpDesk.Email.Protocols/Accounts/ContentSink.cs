using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>The end of a copy: octets go into a mail straight from where they came in, up to a limit; what is over it is let go.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="limit">How many there may be.</param>
internal sealed class ContentSink(MailContentWriter writer, long limit) : Stream
{
    /// <summary>Whether there were more.</summary>
    public bool IsOver { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsOver |= writer.Length + buffer.Length > limit;
        return IsOver ? ValueTask.CompletedTask : writer.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
