using System.Security.Cryptography;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tokens;

/// <summary>Our own Message-IDs: <c>&lt;hd.NONCE.TOKEN@host&gt;</c>. A mail that answers one names its ticket, and nobody can guess it.</summary>
internal sealed class SignedMessageIds(TicketTokens tokens)
{
    private const string Prefix = "<hd.";
    private const int NonceLength = 16;

    /// <summary>Makes an id for one mail.</summary>
    public async ValueTask<string> CreateAsync(string ticket, EmailAddress recipient, string host, CancellationToken cancellationToken)
    {
        var nonce = Base32.Encode(RandomNumberGenerator.GetBytes(NonceLength * 5 / 8));
        var token = await tokens.SignAsync(TokenPurpose.MessageId, ticket, recipient, nonce, cancellationToken).ConfigureAwait(false);
        return $"{Prefix}{nonce}.{token}@{host}>";
    }

    /// <summary>What an id says, or <see langword="null"/> for one that is not ours.</summary>
    public async ValueTask<TicketToken?> VerifyAsync(string messageId, CancellationToken cancellationToken)
    {
        var at = messageId.LastIndexOf('@');
        if (at < 0 || messageId.Length > 500 || !messageId.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var local = messageId[Prefix.Length..at];
        return local.Length > NonceLength && local[NonceLength] == '.'
            ? await tokens.VerifyAsync(TokenPurpose.MessageId, local[(NonceLength + 1)..], local[..NonceLength], cancellationToken).ConfigureAwait(false)
            : null;
    }
}
