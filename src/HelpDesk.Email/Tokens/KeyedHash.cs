using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Tokens;

/// <summary>Hashes that only whoever has the ring can make again (HMAC-SHA-256).</summary>
internal static class KeyedHash
{
    /// <summary>The secret of hashes that are kept for long: that of the oldest key, so that a new one that signs changes none of them.</summary>
    public static ReadOnlyMemory<byte> SecretOf(SigningKeys ring) => (ring.Retired.Count > 0 ? ring.Retired[^1] : ring.Current).Secret;

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public static string Of(ReadOnlyMemory<byte> secret, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes(text)));
}
