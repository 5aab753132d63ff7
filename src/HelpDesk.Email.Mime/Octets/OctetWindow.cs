using System.Buffers;

namespace HelpDesk.Email.Mime.Octets;

/// <summary>
/// A window that slides over a source from start to end. A source in memory is one window; behind a stream the window is a
/// rented buffer of 64 KiB that is refilled as the reader moves on.
/// </summary>
internal sealed class OctetWindow : IDisposable
{
    private const int Size = 64 * 1024;
    private readonly Stream? _stream;
    private readonly byte[]? _buffer;
    private readonly ReadOnlyMemory<byte> _memory;
    private int _start;
    private int _end;
    private long _unreadInSource;

    public OctetWindow(OctetSource source)
    {
        if (source.InMemory)
        {
            _memory = source.Slice(source.All);
            _end = _memory.Length;
        }
        else
        {
            _stream = source.Open(source.All);
            _buffer = ArrayPool<byte>.Shared.Rent(Size);
            _memory = _buffer;
            _unreadInSource = source.Length;
            try
            {
                Fill();
            }
            catch
            {
                Dispose();
                throw;
            }
        }
    }

    /// <summary>Where in the source <see cref="Unread"/> starts.</summary>
    public long Position { get; private set; }

    /// <summary>What stands in the window and was not passed yet.</summary>
    public ReadOnlySpan<byte> Unread => _memory.Span[_start.._end];

    /// <summary>Whether the source has nothing beyond <see cref="Unread"/>.</summary>
    public bool HasAll => _unreadInSource == 0;

    public void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Brings more octets into the window.</summary>
    /// <returns>False when the source has no more or the window is full.</returns>
    public bool Fill()
    {
        if (_unreadInSource == 0 || _buffer is null)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            return false;
        var count = _stream!.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _end += count;
        // A stream shorter than was said: what is there is the message.
        _unreadInSource = _end < _buffer.Length ? 0 : _unreadInSource - count;
        return count > 0;
    }

    /// <summary>Passes over everything that is left, unread.</summary>
    public void SkipToEnd()
    {
        Position += _end - _start + _unreadInSource;
        _start = _end;
        _unreadInSource = 0;
    }

    /// <summary>Makes at least so many octets visible, where the source has them.</summary>
    public void Ensure(int count)
    {
        while (_end - _start < count && Fill())
        {
        }
    }

    public void Dispose()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _stream?.Dispose();
    }
}
