using System.Buffers.Binary;
using System.Text;

namespace HelpDesk.Email.Mime.Tests.Containers;

/// <summary>Writes TNEF files for tests (MS-OXTNEF).</summary>
internal sealed class TnefWriting
{
    private byte[] _octets = [0x78, 0x9f, 0x3e, 0x22, 1, 0];

    public static byte[] Properties(params byte[][] properties)
    {
        using var list = new MemoryStream();
        UInt32(list, (uint)properties.Length);
        foreach (var property in properties)
            list.Write(property);
        return list.ToArray();
    }

    public static byte[] Unicode(ushort id, string text) => Variable(id, 0x1f, Encoding.Unicode.GetBytes(text + "\0"));

    public static byte[] Number(ushort id, uint value)
    {
        using var property = new MemoryStream();
        UInt16(property, 3);
        UInt16(property, id);
        UInt32(property, value);
        return property.ToArray();
    }

    public static byte[] Named(ushort id, string name, byte[] value)
    {
        using var property = new MemoryStream();
        UInt16(property, 0x102);
        UInt16(property, id);
        property.Write(new byte[16]);
        UInt32(property, 1);
        Padded(property, Encoding.Unicode.GetBytes(name + "\0"));
        UInt32(property, 1);
        Padded(property, value);
        return property.ToArray();
    }

    public static byte[] Variable(ushort id, ushort type, byte[] value)
    {
        using var property = new MemoryStream();
        UInt16(property, type);
        UInt16(property, id);
        UInt32(property, 1);
        Padded(property, value);
        return property.ToArray();
    }

    public TnefWriting Attribute(byte level, uint id, byte[] data)
    {
        using var attribute = new MemoryStream();
        attribute.WriteByte(level);
        UInt32(attribute, id);
        UInt32(attribute, (uint)data.Length);
        attribute.Write(data);
        UInt16(attribute, (ushort)data.Sum(octet => octet));
        _octets = [.. _octets, .. attribute.ToArray()];
        return this;
    }

    public TnefWriting Message(params byte[][] properties) => Attribute(1, 0x00069003, Properties(properties));

    public TnefWriting File(string title, byte[] content, params byte[][] properties)
    {
        Attribute(2, 0x00069002, new byte[14]);
        Attribute(2, 0x00018010, Encoding.Latin1.GetBytes(title + "\0"));
        Attribute(2, 0x0006800f, content);
        return properties.Length == 0 ? this : Attribute(2, 0x00069005, Properties(properties));
    }

    public byte[] ToArray() => _octets;

    private static void Padded(MemoryStream stream, byte[] value)
    {
        UInt32(stream, (uint)value.Length);
        stream.Write(value);
        stream.Write(new byte[(4 - (value.Length & 3)) & 3]);
    }

    private static void UInt16(MemoryStream stream, ushort value)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(octets, value);
        stream.Write(octets);
    }

    private static void UInt32(MemoryStream stream, uint value)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(octets, value);
        stream.Write(octets);
    }
}
