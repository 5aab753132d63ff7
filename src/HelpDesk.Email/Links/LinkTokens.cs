using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Links;

/// <summary>Makes and verifies the signed tokens of links.</summary>
/// <remarks>
/// A token is <c>KK.PAYLOAD.MAC</c>, all in base 32: the key's id; when it was made and ends (five octets of seconds each, zero for no
/// end), the length of the ticket number in one octet, the ticket number and the address; and 128 bits of HMAC-SHA256 over the
/// purpose, the key's id and the payload. There is one form and no second way to verify. Safe on any thread.
/// </remarks>
internal sealed class LinkTokens(IKeyRing keys)
{
    private const int TimeOctets = 5;
    private const int FixedOctets = (2 * TimeOctets) + 1;
    private const int MacOctets = 16;
    private const int MacLength = ((MacOctets * 8) + 4) / 5;

    // 40 characters of a number, 320 of an address, each at most four octets.
    private const int MaxPayloadLength = 2400;

    /// <summary>Makes a token.</summary>
    public async ValueTask<string> SignAsync(
        LinkPurpose purpose, string ticket, EmailAddress address, DateTimeOffset issuedAt, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var key = (await keys.GetAsync(cancellationToken).ConfigureAwait(false)).Current;
        var payload = Base32.Encode(Payload(ticket, address, issuedAt, expiresAt));
        return $"{key.Id}.{payload}.{Mac(key, purpose, payload)}";
    }

    /// <summary>What a token says, or <see langword="null"/> for anything that we did not sign for this purpose. Its end is not looked at.</summary>
    public async ValueTask<TicketLink?> VerifyAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxPayloadLength + MacLength + 4)
        {
            return null;
        }

        var parts = token.Split('.');
        if (parts.Length != 3 || parts[0].Length != 2 || parts[1].Length == 0 || parts[2].Length != MacLength)
        {
            return null;
        }

        var ring = await keys.GetAsync(cancellationToken).ConfigureAwait(false);
        if (ring.Find(parts[0]) is not { } key)
        {
            return null;
        }

        var expected = Encoding.ASCII.GetBytes(Mac(key, purpose, parts[1]));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(parts[2])) && Base32.TryDecode(parts[1], out var payload)
            ? Read(purpose, token, payload)
            : null;
    }

    private static byte[] Payload(string ticket, EmailAddress address, DateTimeOffset issuedAt, DateTimeOffset? expiresAt)
    {
        var number = Encoding.UTF8.GetBytes(ticket);
        if (number.Length > byte.MaxValue)
        {
            throw new ArgumentException($"A ticket number has at most 40 characters; this one has {ticket.Length}.", nameof(ticket));
        }

        return [.. Seconds(issuedAt), .. Seconds(expiresAt), (byte)number.Length, .. number, .. Encoding.UTF8.GetBytes(address.Key)];
    }

    // What has our signature was written by us; a payload that can't be read is of a version that is not there any more.
    private static TicketLink? Read(LinkPurpose purpose, string token, byte[] payload)
    {
        if (payload.Length < FixedOctets || payload.Length < FixedOctets + payload[FixedOctets - 1])
        {
            return null;
        }

        var end = FixedOctets + payload[FixedOctets - 1];
        return EmailAddress.TryCreate(Encoding.UTF8.GetString(payload.AsSpan(end)), null, out var address)
            ? new TicketLink(
                new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"{purpose}\n{token}")).AsSpan(0, 16)),
                purpose,
                Encoding.UTF8.GetString(payload.AsSpan(FixedOctets, end - FixedOctets)),
                address,
                Moment(payload.AsSpan(0, TimeOctets)) ?? DateTimeOffset.UnixEpoch,
                Moment(payload.AsSpan(TimeOctets, TimeOctets)))
            : null;
    }

    private static ReadOnlySpan<byte> Seconds(DateTimeOffset? moment)
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(octets, moment?.ToUnixTimeSeconds() ?? 0);
        return octets.AsSpan(8 - TimeOctets);
    }

    private static DateTimeOffset? Moment(ReadOnlySpan<byte> seconds)
    {
        Span<byte> octets = stackalloc byte[8];
        octets.Clear();
        seconds.CopyTo(octets[(8 - TimeOctets)..]);
        var value = BinaryPrimitives.ReadInt64BigEndian(octets);
        return value == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(value);
    }

    private static string Mac(SigningKey key, LinkPurpose purpose, string payload) =>
        Base32.Encode(HMACSHA256.HashData(key.Secret.Span, Encoding.UTF8.GetBytes($"link\n{purpose}\n{key.Id}\n{payload}")).AsSpan(0, MacOctets));
}
