using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tokens;

/// <summary>Envelope senders of one mail each: <c>support+TOKEN@example.test</c>. A report that comes back to one names its mail.</summary>
/// <remarks>
/// The token is the key's id, 80 random bits and 128 bits of HMAC-SHA256 over purpose, key id and those, in base 32 without any
/// separator: one length, one form. It has no ticket and no recipient in it, so that it fits into a local part; those are known
/// from the one mail that has it. Nobody sees it but the servers on the way and the recipient's own. Safe on any thread.
/// </remarks>
internal sealed class SignedReturnPaths(IKeyRing keys)
{
    // RFC 5321 section 4.5.3.1.1.
    private const int MaxLocalPart = 64;
    private const int KeyLength = 2;
    private const int NonceLength = 16;
    private const int MacLength = 26;

    /// <summary>Makes one, or <see langword="null"/> where the local part would be longer than a server must take.</summary>
    public async ValueTask<string?> CreateAsync(EmailAddress mailbox, CancellationToken cancellationToken)
    {
        if (mailbox.LocalPart.Length + 1 + KeyLength + NonceLength + MacLength > MaxLocalPart || mailbox.LocalPart.Contains('+', StringComparison.Ordinal))
        {
            return null;
        }

        var key = (await keys.GetAsync(cancellationToken).ConfigureAwait(false)).Current;
        var nonce = Base32.Encode(RandomNumberGenerator.GetBytes(NonceLength * 5 / 8));
        return $"{mailbox.LocalPart}+{key.Id}{nonce}{Mac(key, nonce)}@{mailbox.Domain}";
    }

    /// <summary>Whether an address is one that we made.</summary>
    public async ValueTask<bool> IsOursAsync(string address, CancellationToken cancellationToken)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        if (plus < 1 || at - plus - 1 != KeyLength + NonceLength + MacLength)
        {
            return false;
        }

        // Servers on the way may change the case of a local part; the alphabet has one case, so nothing is lost.
        var token = address[(plus + 1)..at].ToLowerInvariant();
        var nonce = token.Substring(KeyLength, NonceLength);
        var ring = await keys.GetAsync(cancellationToken).ConfigureAwait(false);
        return ring.Find(token[..KeyLength]) is { } key
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mac(key, nonce)), Encoding.UTF8.GetBytes(token[(KeyLength + NonceLength)..]));
    }

    private static string Mac(SigningKey key, string nonce) =>
        Base32.Encode(HMACSHA256.HashData(key.Secret.Span, Encoding.UTF8.GetBytes($"{TokenPurpose.ReturnPath}\n{key.Id}\n{nonce}")).AsSpan(0, 16));
}
