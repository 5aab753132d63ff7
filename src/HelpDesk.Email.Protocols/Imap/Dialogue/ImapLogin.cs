using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>The log-in: AUTHENTICATE (RFC 9051 section 6.2.2) where a mechanism fits, else LOGIN.</summary>
/// <param name="session">The conversation.</param>
internal sealed class ImapLogin(ImapSession session)
{
    /// <summary>Logs in.</summary>
    /// <param name="credential">Who.</param>
    /// <param name="mechanism">How; <see langword="null"/> for the best way that is offered.</param>
    public async ValueTask RunAsync(MailCredential credential, SaslMechanism? mechanism)
    {
        var connection = session.Connection;
        ImapCommandTable.Find("LOGIN", session.State);
        if (!connection.IsEncrypted && connection.Server.Encryption != MailEncryption.None)
        {
            throw connection.Refusal(MailFailure.TlsNotOffered, "LOGIN", "no secret goes over a connection that is not encrypted");
        }

        var chosen = mechanism ?? SaslMechanisms.Choose(credential, Offers);
        session.Knowledge.Expire();
        if (chosen is { } offered && Offers(SaslMechanisms.NameOf(offered)) && !IsBetterByCommand(offered, mechanism))
        {
            await AuthenticateAsync(new SaslExchange(offered, credential, connection.Server.Host, connection.Server.Port, connection.Secrets)).ConfigureAwait(false);
        }
        else if (!credential.IsAccessToken && mechanism is null or SaslMechanism.Login && !session.Knowledge.Offers("LOGINDISABLED"))
        {
            connection.Secrets.Add(credential.Secret);
            await session.RunAsync(new ImapCommand("LOGIN").String(credential.UserName).String(credential.Secret, isSecret: true)).ConfigureAwait(false);
        }
        else
        {
            throw connection.Refusal(MailFailure.MechanismNotOffered, "LOGIN", $"the server offers no way to log in with {Describe(credential, mechanism)}");
        }
    }

    // The command LOGIN is older, and works with more servers, than the mechanism LOGIN.
    private bool IsBetterByCommand(SaslMechanism chosen, SaslMechanism? asked) =>
        chosen == SaslMechanism.Login && asked is null && !session.Knowledge.Offers("LOGINDISABLED");

    private bool Offers(string mechanism) => session.Knowledge.Offers("AUTH=" + mechanism);

    private async ValueTask AuthenticateAsync(SaslExchange exchange)
    {
        var connection = session.Connection;
        var command = new ImapCommand("AUTHENTICATE").Words(exchange.Name);
        var initial = exchange.InitialResponse;
        if (initial is not null && session.Knowledge.Offers("SASL-IR"))
        {
            command.Words(initial, isSecret: true);
            initial = null;
        }

        session.Post(command);
        while (true)
        {
            var (challenge, end) = await session.HearContinuationAsync().ConfigureAwait(false);
            if (challenge is null)
            {
                Conclude(exchange, end!);
                return;
            }

            var answer = initial ?? exchange.Answer(challenge)
                ?? throw connection.Fail(MailFailure.ProtocolViolation, "AUTHENTICATE", "the server asks for more than the mechanism has");
            initial = null;
            connection.Say(answer, "***");
        }
    }

    private void Conclude(SaslExchange exchange, ImapStatus end)
    {
        // Why a token was refused came before the refusal, for people who look after it.
        var said = exchange.FailureDetail is { } detail && end.Condition != ImapCondition.Ok ? end with { Text = $"{end.Text} {detail}" } : end;
        session.Conclude(ImapCommandTable.Find("AUTHENTICATE", session.State), said);
    }

    private static string Describe(MailCredential credential, SaslMechanism? mechanism) =>
        mechanism is { } asked ? SaslMechanisms.NameOf(asked) : credential.IsAccessToken ? "an access token (OAUTHBEARER or XOAUTH2)" : "a password";
}
