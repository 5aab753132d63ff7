using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Email.Scheduling;

/// <summary>Ids that are made of what something is and when: whoever makes it, and however often, it has the same.</summary>
internal static class TimerIds
{
    /// <summary>The id of a text (RFC 9562, version 8).</summary>
    public static Guid Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
