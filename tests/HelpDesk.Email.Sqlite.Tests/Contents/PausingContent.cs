using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Sqlite.Tests.Contents;

/// <summary>Octets whose reader is held half-way, at the first reading after the hash was computed.</summary>
internal sealed class PausingContent : MailContent
{
    private readonly byte[] _octets;
    private readonly TaskCompletionSource _halfWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PausingContent(int length)
    {
        _octets = new byte[length];
        new Random(3).NextBytes(_octets);
        SetHash(FromOctets(_octets).Hash);
    }

    public override long Length => _octets.Length;

    /// <summary>Ends when the reader is there.</summary>
    public Task HalfWay => _halfWay.Task;

    public void GoOn() => _goOn.TrySetResult();

    public override Stream OpenRead() => new PausingStream(this);

    private sealed class PausingStream(PausingContent content) : Stream
    {
        private readonly MemoryStream _source = new(content._octets, writable: false);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _source.Length;

        public override long Position { get => _source.Position; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_source.Position > _source.Length / 2)
            {
                content._halfWay.TrySetResult();
                await content._goOn.Task;
            }

            return await _source.ReadAsync(buffer, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
