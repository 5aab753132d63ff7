using System.Buffers;

namespace HelpDesk.Email.Mime.Octets;

/// <summary>A growing buffer of rented memory.</summary>
internal ref struct PooledOctets
{
    // The shared pool keeps what it is given: what one huge mail needed goes to the garbage instead.
    private const int LongestKept = 256 * 1024;

    private byte[]? _array;
    private int _count;

    public PooledOctets(int capacity) => _array = ArrayPool<byte>.Shared.Rent(Math.Max(16, capacity));

    public readonly ReadOnlySpan<byte> Written => _array.AsSpan(0, _count);

    public readonly Span<byte> WrittenToChange => _array.AsSpan(0, _count);

    public readonly int Count => _count;

    /// <summary>Room for at least so many octets behind what is written.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_array is null || _array.Length - _count < count)
            Grow(count);
        return _array.AsSpan(_count);
    }

    public void Commit(int count) => _count += count;

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        _count++;
    }

    public void Append(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Reserve(octets.Length));
        _count += octets.Length;
    }

    public void Clear() => _count = 0;

    public void Dispose()
    {
        Return();
        _array = null;
        _count = 0;
    }

    private void Grow(int count)
    {
        var next = ArrayPool<byte>.Shared.Rent(Math.Max(_count + count, _count * 2));
        Written.CopyTo(next);
        Return();
        _array = next;
    }

    private readonly void Return()
    {
        if (_array is { Length: <= LongestKept })
            ArrayPool<byte>.Shared.Return(_array);
    }
}
