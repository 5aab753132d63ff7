namespace HelpDesk.Email.Mime.Octets;

/// <summary>
/// The octets of a message, in memory or behind a stream that can be opened again at any time. Immutable; each stream it opens
/// belongs to its caller.
/// </summary>
internal sealed class OctetSource
{
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly Func<Stream>? _open;
    private readonly long _offset;

    public OctetSource(ReadOnlyMemory<byte> memory)
    {
        _memory = memory;
        Length = memory.Length;
    }

    public OctetSource(Func<Stream> open, long length)
        : this(open, 0, length)
    {
    }

    private OctetSource(Func<Stream> open, long offset, long length)
    {
        _open = open;
        _offset = offset;
        Length = length;
    }

    public long Length { get; }

    public bool InMemory => _open is null;

    public OctetRange All => new(0, Length);

    /// <summary>The octets themselves; only for a source in memory.</summary>
    public ReadOnlyMemory<byte> Slice(OctetRange range) => _memory.Slice((int)range.Start, (int)range.Length);

    public Stream Open(OctetRange range) => _open is null
        ? new MemoryRangeStream(Slice(range))
        : new SourceRangeStream(_open(), range with { Start = _offset + range.Start });

    /// <summary>A stretch of this source as a source of its own.</summary>
    public OctetSource Part(OctetRange range) => _open is null
        ? new OctetSource(Slice(range))
        : new OctetSource(_open, _offset + range.Start, range.Length);
}
