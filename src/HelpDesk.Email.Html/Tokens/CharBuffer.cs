using System.Buffers;

namespace HelpDesk.Email.Html.Tokens;

/// <summary>Characters on a rented array that grows; the result is the only thing allocated.</summary>
internal ref struct CharBuffer
{
    // The shared pool keeps what it is given: one mail of a megabyte must not cost every thread some for good.
    private const int LongestKept = 128 * 1024;

    private char[]? _rented;
    private Span<char> _chars;
    private int _length;

    internal CharBuffer(int capacity)
    {
        _rented = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 64));
        _chars = _rented;
    }

    /// <summary>Begins on memory of the caller's, and rents only when that is full.</summary>
    internal CharBuffer(Span<char> initial) => _chars = initial;

    internal readonly int Length => _length;

    internal readonly ReadOnlySpan<char> Written => _chars[.._length];

    internal void Append(char c)
    {
        if (_length == _chars.Length) Grow(1);
        _chars[_length++] = c;
    }

    internal void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _chars.Length - _length) Grow(text.Length);
        text.CopyTo(_chars[_length..]);
        _length += text.Length;
    }

    /// <summary>Appends what already stands in this buffer.</summary>
    internal void AppendOwn(int start, int length)
    {
        if (length > _chars.Length - _length) Grow(length);
        _chars.Slice(start, length).CopyTo(_chars[_length..]);
        _length += length;
    }

    internal void Append(char c, int count)
    {
        if (count > _chars.Length - _length) Grow(count);
        _chars.Slice(_length, count).Fill(c);
        _length += count;
    }

    internal void Truncate(int length) => _length = length;

    public override readonly string ToString() => new(Written);

    internal void Dispose()
    {
        Return();
        _rented = null;
        _chars = default;
        _length = 0;
    }

    private readonly void Return()
    {
        if (_rented is { Length: <= LongestKept }) ArrayPool<char>.Shared.Return(_rented);
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + by, Math.Max(_chars.Length * 2, 64)));
        Written.CopyTo(larger);
        Return();
        _rented = larger;
        _chars = larger;
    }
}
