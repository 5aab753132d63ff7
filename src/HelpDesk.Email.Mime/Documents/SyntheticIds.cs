using System.Security.Cryptography;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Documents;

/// <summary>Identifiers for messages that bring none.</summary>
internal static class SyntheticIds
{
    public static string Make(OctetSource source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (source.InMemory)
        {
            SHA256.HashData(source.Slice(source.All).Span, hash);
        }
        else
        {
            using var stream = source.Open(source.All);
            SHA256.HashData(stream, hash);
        }

        return $"<{Convert.ToHexStringLower(hash)}@local>";
    }
}
