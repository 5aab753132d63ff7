using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Pop3.Model;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The log-in: AUTH (RFC 5034) where a mechanism fits, else USER and PASS.</summary>
/// <param name="session">The conversation.</param>
internal sealed class Pop3Login(Pop3Session session)
{
    // RFC 5034 section 4, CR LF included; a longer initial response waits for its turn.
    private const int LongestAuthLine = 255;

    /// <summary>Logs in.</summary>
    /// <param name="credential">Who.</param>
    /// <param name="mechanism">How; <see langword="null"/> for the best way that is offered.</param>
    public async ValueTask RunAsync(MailCredential credential, SaslMechanism? mechanism)
    {
        var connection = session.Connection;
        Pop3CommandTable.Find("AUTH", session.State);
        if (!connection.IsEncrypted && connection.Server.Encryption != MailEncryption.None)
        {
            throw connection.Refusal(MailFailure.TlsNotOffered, "AUTH", "no secret goes over a connection that is not encrypted");
        }

        var chosen = mechanism ?? SaslMechanisms.Choose(credential, session.OffersMechanism);
        if (chosen is { } offered && session.OffersMechanism(SaslMechanisms.NameOf(offered)))
        {
            await AuthenticateAsync(new SaslExchange(offered, credential, connection.Server.Host, connection.Server.Port, connection.Secrets)).ConfigureAwait(false);
        }
        else if (!credential.IsAccessToken && mechanism is null && (session.Capabilities is null || session.Offers("USER")))
        {
            connection.Secrets.Add(credential.Secret);
            await session.RunAsync("USER", credential.UserName).ConfigureAwait(false);
            await session.RunAsync("PASS", credential.Secret, logged: "***").ConfigureAwait(false);
        }
        else
        {
            var way = mechanism is { } asked ? SaslMechanisms.NameOf(asked) : credential.IsAccessToken ? "an access token (OAUTHBEARER or XOAUTH2)" : "a password";
            throw connection.Refusal(MailFailure.MechanismNotOffered, "AUTH", $"the server offers no way to log in with {way}");
        }
    }

    private async ValueTask AuthenticateAsync(SaslExchange exchange)
    {
        var connection = session.Connection;
        var initial = exchange.InitialResponse;
        var fits = initial is not null && "AUTH ".Length + exchange.Name.Length + 1 + initial.Length + 2 <= LongestAuthLine;
        var step = fits
            ? session.Say("AUTH", $"{exchange.Name} {initial}", $"{exchange.Name} ***")
            : session.Say("AUTH", exchange.Name);
        initial = fits ? null : initial;
        while (true)
        {
            var reply = await session.HearAsync(step).ConfigureAwait(false);
            if (reply.Kind != Pop3ReplyKind.Continue)
            {
                // Why a token was refused came before the refusal, for people who look after it.
                var said = exchange.FailureDetail is { } detail && reply.Kind == Pop3ReplyKind.Error ? reply with { Text = $"{reply.Text} {detail}" } : reply;
                session.Conclude("AUTH", said);
                return;
            }

            var answer = initial ?? exchange.Answer(reply.Text)
                ?? throw connection.Fail(MailFailure.ProtocolViolation, "AUTH", "the server asks for more than the mechanism has");
            initial = null;
            connection.Say(answer, "***");
        }
    }
}
