using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HelpDesk.Email.Servers.Tests.Tokens;

/// <summary>Access tokens as an OAuth server would issue them: JSON web tokens, signed by HMAC (RFC 7519).</summary>
internal sealed class AccessTokens
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The key as Dovecot reads it.</summary>
    public string Key => Convert.ToBase64String(_key);

    /// <summary>A token that is valid for an hour.</summary>
    public string Good(string user) => Sign(user, DateTimeOffset.UtcNow.AddHours(1), _key);

    /// <summary>A token that was valid until an hour ago.</summary>
    public string Expired(string user) => Sign(user, DateTimeOffset.UtcNow.AddHours(-1), _key);

    /// <summary>A token that somebody else signed.</summary>
    public static string Forged(string user) => Sign(user, DateTimeOffset.UtcNow.AddHours(1), RandomNumberGenerator.GetBytes(32));

    private static string Sign(string user, DateTimeOffset expires, byte[] key)
    {
        var header = Encode(new { alg = "HS256", typ = "JWT" });
        var payload = Encode(new { sub = user, email = user, iat = expires.AddHours(-2).ToUnixTimeSeconds(), exp = expires.ToUnixTimeSeconds() });
        var signature = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{header}.{payload}"));
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
