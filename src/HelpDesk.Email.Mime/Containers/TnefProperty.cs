using System.Buffers.Binary;
using System.Text;
using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>A MAPI property in a TNEF file (MS-OXTNEF section 2.1.3.4): its number, its type and its first value.</summary>
internal readonly record struct TnefProperty(ushort Id, ushort Type, ReadOnlyMemory<byte> Value)
{
    private const uint Most = 10_000;
    public const ushort String8 = 0x1e;
    public const ushort Unicode = 0x1f;
    public const ushort Object = 0x0d;
    public const ushort Binary = 0x102;

    /// <summary>The text of a text property, its closing NUL taken off.</summary>
    public string Text(string? charset)
    {
        if (Type == Unicode)
            return Encoding.Unicode.GetString(Value.Span).TrimEnd('\0');
        return Type == String8 ? TnefText.Decode(Value.Span, charset) : "";
    }

    public uint Number => Value.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(Value.Span) : 0;

    /// <summary>Reads a property list as far as it can be read.</summary>
    public static List<TnefProperty> ReadList(ReadOnlyMemory<byte> octets)
    {
        var properties = new List<TnefProperty>();
        var cursor = new TnefCursor(octets);
        if (!cursor.UInt32(out var count))
            return properties;
        for (uint i = 0; i < Math.Min(count, Most) && Read(ref cursor, out var property); i++)
            properties.Add(property);
        return properties;
    }

    private static bool Read(ref TnefCursor cursor, out TnefProperty property)
    {
        property = default;
        if (!cursor.UInt16(out var type) || !cursor.UInt16(out var id) || (id >= 0x8000 && !SkipName(ref cursor)))
            return false;
        var many = (type & 0x1000) != 0;
        var single = (ushort)(type & ~0x1000);
        var width = Width(single);
        uint count = 1;
        if (width == 0)
            return false;
        if ((many || width < 0) && !cursor.UInt32(out count))
            return false;
        var value = default(ReadOnlyMemory<byte>);
        for (uint i = 0; i < count; i++)
        {
            ReadOnlyMemory<byte> next;
            if (width < 0 ? !cursor.Padded(out next) : !cursor.Take(width, out next))
                return false;
            if (i == 0)
                value = next;
        }

        property = new TnefProperty(id, single, value);
        return true;
    }

    private static bool SkipName(ref TnefCursor cursor)
    {
        if (!cursor.Take(16, out _) || !cursor.UInt32(out var kind))
            return false;
        return kind == 0 ? cursor.Take(4, out _) : cursor.Padded(out _);
    }

    /// <summary>How many octets a value takes; -1 where its length stands before it, 0 where the type is unknown.</summary>
    private static int Width(ushort type) => type switch
    {
        2 or 3 or 4 or 0x0a or 0x0b => 4,
        5 or 6 or 7 or 0x14 or 0x40 => 8,
        0x48 => 16,
        String8 or Unicode or Object or Binary => -1,
        _ => 0,
    };
}
