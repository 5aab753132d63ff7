using System.Buffers;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>A transfer-encoded stream, decoded while it is read. Owns the stream below it.</summary>
internal sealed class DecodingStream(Stream inner, TransferDecoder decoder) : ForwardStream
{
    private const int Size = 16 * 1024;
    private byte[]? _raw;
    private byte[]? _decoded;
    private int _rawStart;
    private int _rawEnd;
    private int _start;
    private int _end;
    private bool _final;
    private bool _done;

    public bool Damaged => decoder.Damaged;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_start == _end && !_done)
        {
            if (!_final)
                Filled(inner.Read(RoomForRaw().Span));
            Decode();
        }

        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_start == _end && !_done)
        {
            if (!_final)
                Filled(await inner.ReadAsync(RoomForRaw(), cancellationToken).ConfigureAwait(false));
            Decode();
        }

        return Give(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_raw is not null)
                ArrayPool<byte>.Shared.Return(_raw);
            if (_decoded is not null)
                ArrayPool<byte>.Shared.Return(_decoded);
            _raw = null;
            _decoded = null;
            _done = true;
            _start = _end = 0;
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private Memory<byte> RoomForRaw()
    {
        _raw ??= ArrayPool<byte>.Shared.Rent(Size);
        if (_rawStart > 0)
        {
            _raw.AsSpan(_rawStart, _rawEnd - _rawStart).CopyTo(_raw);
            _rawEnd -= _rawStart;
            _rawStart = 0;
        }

        return _raw.AsMemory(_rawEnd);
    }

    private void Filled(int count)
    {
        _rawEnd += count;
        // A full buffer asks for nothing more, and that is not the end of the stream below.
        _final = count == 0 && _rawEnd < _raw!.Length;
    }

    private void Decode()
    {
        _decoded ??= ArrayPool<byte>.Shared.Rent(Size);
        _start = 0;
        _end = decoder.Decode(_raw.AsSpan(_rawStart, _rawEnd - _rawStart), _decoded, _final, out var consumed);
        _rawStart += consumed;
        if (_final && _end == 0 && (_rawStart == _rawEnd || consumed == 0))
            _done = true;
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _end - _start);
        _decoded.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }
}
