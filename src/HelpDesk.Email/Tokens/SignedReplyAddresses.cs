using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tokens;

/// <summary>Reply addresses with a token as sub-address: <c>support+TOKEN@example.test</c>.</summary>
internal sealed class SignedReplyAddresses(TicketTokens tokens)
{
    // RFC 5321 section 4.5.3.1.1.
    private const int MaxLocalPart = 64;

    /// <summary>Makes a reply address, or <see langword="null"/> where the local part would be longer than a server must take.</summary>
    public async ValueTask<string?> CreateAsync(EmailAddress mailbox, string ticket, EmailAddress recipient, CancellationToken cancellationToken)
    {
        var token = await tokens.SignAsync(TokenPurpose.ReplyAddress, ticket, recipient, string.Empty, cancellationToken).ConfigureAwait(false);
        var local = $"{mailbox.LocalPart}+{token}";
        return local.Length <= MaxLocalPart ? $"{local}@{mailbox.Domain}" : null;
    }

    /// <summary>What the token in an address says, or <see langword="null"/> for one that has none of ours.</summary>
    public async ValueTask<TicketToken?> VerifyAsync(string address, CancellationToken cancellationToken)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && at > plus
            // Servers on the way may change the case of a local part; the alphabet has one case, so nothing is lost.
            ? await tokens.VerifyAsync(TokenPurpose.ReplyAddress, address[(plus + 1)..at].ToLowerInvariant(), string.Empty, cancellationToken).ConfigureAwait(false)
            : null;
    }
}
