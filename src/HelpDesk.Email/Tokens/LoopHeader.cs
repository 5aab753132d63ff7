using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tokens;

/// <summary>The signed header field in all mail that nobody wrote: it coming back is a loop, and nobody else can pretend it.</summary>
internal sealed class LoopHeader(TicketTokens tokens)
{
    public const string Name = "X-HelpDesk-Email-Loop";

    public ValueTask<string> CreateAsync(string ticket, EmailAddress recipient, CancellationToken cancellationToken) =>
        tokens.SignAsync(TokenPurpose.Loop, ticket, recipient, string.Empty, cancellationToken);

    public async ValueTask<bool> IsOursAsync(string value, CancellationToken cancellationToken) =>
        await tokens.VerifyAsync(TokenPurpose.Loop, value.Trim(), string.Empty, cancellationToken).ConfigureAwait(false) is not null;
}
