using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>Short keys for texts of any length: an index row has room for less than a mail's header can hold.</summary>
internal static class TextKey
{
    /// <summary>The key of a text, octet for octet.</summary>
    public static Guid Of(string text) => new(Hash(text).AsSpan(0, 16), bigEndian: true);

    /// <summary>The key of a text without case.</summary>
    public static Guid OfAnyCase(string text) => Of(text.ToLowerInvariant());

    /// <summary>The number of an advisory lock: those of two installations in one database must differ.</summary>
    public static long Lock(string schema, string name) => BinaryPrimitives.ReadInt64BigEndian(Hash($"{schema}\n{name}"));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
