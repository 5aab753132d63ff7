using System.Buffers.Binary;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>Reads little-endian values in order and says when there are no more.</summary>
internal struct TnefCursor(ReadOnlyMemory<byte> octets)
{
    private ReadOnlyMemory<byte> _rest = octets;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public bool Take(long count, out ReadOnlyMemory<byte> taken)
    {
        if (count < 0 || count > _rest.Length)
        {
            taken = default;
            return false;
        }

        taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return true;
    }

    public bool Byte(out byte value)
    {
        var there = Take(1, out var octets);
        value = there ? octets.Span[0] : default;
        return there;
    }

    public bool UInt16(out ushort value)
    {
        var there = Take(2, out var octets);
        value = there ? BinaryPrimitives.ReadUInt16LittleEndian(octets.Span) : default;
        return there;
    }

    public bool UInt32(out uint value)
    {
        var there = Take(4, out var octets);
        value = there ? BinaryPrimitives.ReadUInt32LittleEndian(octets.Span) : default;
        return there;
    }

    /// <summary>A value whose length stands before it, filled up to four octets.</summary>
    public bool Padded(out ReadOnlyMemory<byte> value)
    {
        value = default;
        if (!UInt32(out var length) || !Take(length, out value))
            return false;
        // The filling of the very last value is sometimes left out.
        var filling = (4 - (length & 3)) & 3;
        return Take(Math.Min(filling, _rest.Length), out _);
    }
}
