using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Accounts;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>Takes the octets of a mail as the library reads them: in memory while they are few, in a temporary file from 1 MB on.</summary>
/// <remarks>Written to its end, then set back to its start, then read or taken: as the library does it. Nothing else is possible.</remarks>
/// <param name="expected">How many octets are announced.</param>
internal sealed class SpoolStream(int expected) : Stream, ITakenContent
{
    private MailContentWriter? _writer = new(expectedLength: expected);
    private MailContent? _content;
    private Stream? _reader;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => _writer is not null;

    /// <inheritdoc/>
    public override long Length => _content?.Length ?? _writer?.Length ?? 0;

    /// <inheritdoc/>
    public override long Position
    {
        get => _reader?.Position ?? 0;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0);
            Complete();
        }
    }

    /// <summary>Why the temporary file can't be written, or <see langword="null"/>.</summary>
    public IOException? Fault { get; private set; }

    /// <inheritdoc/>
    public MailContent? Take(long limit)
    {
        var content = _content;
        _content = null;
        if (content?.Length > limit)
        {
            content.Dispose();
            return null;
        }

        return content;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            // The library writes by this one alone. Below 1 MB nothing waits; beyond, it is the buffer of a file.
            _writer!.WriteAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
        catch (IOException exception)
        {
            Fault = exception;
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => (_reader ??= _content!.OpenRead()).Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader?.Dispose();
            _content?.Dispose();
            _writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _writer = null;
        }

        base.Dispose(disposing);
    }

    private void Complete()
    {
        if (_writer is { } writer)
        {
            _content = writer.Complete();
            _writer = null;
        }
    }
}
