using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>The octets of a file, which are looked up when they are first read: opening one asks nothing of the database.</summary>
internal sealed class LateStream(Database database, long contentId) : Stream
{
    private Stream? _opened;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The attachment says how long it is.");

    public override long Position
    {
        get => throw new NotSupportedException("This stream goes forward only.");
        set => throw new NotSupportedException("This stream goes forward only.");
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        // Who reads a stream like this has a thread to spare.
        _opened ??= Task.Run(() => OpenAsync(CancellationToken.None).AsTask()).GetAwaiter().GetResult();
        return _opened.Read(buffer, offset, count);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _opened ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await _opened.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("This stream goes forward only.");

    public override void SetLength(long value) => throw new NotSupportedException("Stored octets do not change.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Stored octets do not change.");

    protected override void Dispose(bool disposing)
    {
        _opened?.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        (await StoredContent.OpenAsync(database, contentId, cancellationToken).ConfigureAwait(false))?.OpenRead()
        ?? throw new IOException("The octets of the attachment are no longer in the database.");
}
