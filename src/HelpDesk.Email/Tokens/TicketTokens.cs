using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tokens;

/// <summary>Makes and verifies the signed tokens of Message-IDs, reply addresses and the loop header.</summary>
/// <remarks>
/// A token is <c>KK.TICKET.RECIPIENT.MAC</c>, all in base 32: the key's id, the ticket number, 40 bits of a keyed digest
/// of the address that the mail goes to, and 128 bits of HMAC-SHA256 over purpose, key id, ticket, recipient and, where
/// the place has one, a nonce. There is one length, one form and no second way to verify. Safe on any thread.
/// </remarks>
internal sealed class TicketTokens(IKeyRing keys)
{
    private const int RecipientOctets = 5;
    private const int MacOctets = 16;

    /// <summary>Makes a token.</summary>
    /// <param name="purpose">What for.</param>
    /// <param name="ticket">The ticket's number.</param>
    /// <param name="recipient">Who the mail goes to.</param>
    /// <param name="nonce">What else the token is bound to; may be empty.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<string> SignAsync(TokenPurpose purpose, string ticket, EmailAddress recipient, string nonce, CancellationToken cancellationToken)
    {
        var key = (await keys.GetAsync(cancellationToken).ConfigureAwait(false)).Current;
        var ticketText = Base32.Encode(Encoding.UTF8.GetBytes(ticket));
        var recipientText = RecipientTag(key, recipient);
        return $"{key.Id}.{ticketText}.{recipientText}.{Mac(key, purpose, ticketText, recipientText, nonce)}";
    }

    /// <summary>Verifies a token; <see langword="null"/> for anything that we did not sign for this purpose.</summary>
    public async ValueTask<TicketToken?> VerifyAsync(TokenPurpose purpose, string token, string nonce, CancellationToken cancellationToken)
    {
        var parts = token.Split('.');
        if (parts.Length != 4 || parts[0].Length != 2 || parts[1].Length is 0 or > 128
            || parts[2].Length != Base32Length(RecipientOctets) || parts[3].Length != Base32Length(MacOctets))
        {
            return null;
        }

        var ring = await keys.GetAsync(cancellationToken).ConfigureAwait(false);
        if (ring.Find(parts[0]) is not { } key || !Base32.TryDecode(parts[1], out var ticket))
        {
            return null;
        }

        var expected = Encoding.ASCII.GetBytes(Mac(key, purpose, parts[1], parts[2], nonce));
        var given = Encoding.UTF8.GetBytes(parts[3]);
        return CryptographicOperations.FixedTimeEquals(expected, given)
            ? new TicketToken(Encoding.UTF8.GetString(ticket), parts[2], key.Id)
            : null;
    }

    /// <summary>Whether a token was made for an address.</summary>
    public async ValueTask<bool> IsForAsync(TicketToken token, EmailAddress address, CancellationToken cancellationToken)
    {
        var ring = await keys.GetAsync(cancellationToken).ConfigureAwait(false);
        return ring.Find(token.KeyId) is { } key && RecipientTag(key, address) == token.RecipientTag;
    }

    private static int Base32Length(int octets) => (octets * 8 + 4) / 5;

    private static string RecipientTag(SigningKey key, EmailAddress recipient) =>
        Base32.Encode(Hash(key, "recipient\n" + recipient.Key).AsSpan(0, RecipientOctets));

    private static string Mac(SigningKey key, TokenPurpose purpose, string ticketText, string recipientText, string nonce) =>
        Base32.Encode(Hash(key, $"{purpose}\n{key.Id}\n{ticketText}\n{recipientText}\n{nonce}").AsSpan(0, MacOctets));

    private static byte[] Hash(SigningKey key, string text) => HMACSHA256.HashData(key.Secret.Span, Encoding.UTF8.GetBytes(text));
}
