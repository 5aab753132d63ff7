using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Logs in by SASL (RFC 4954).</summary>
internal static class SmtpLogin
{
    // RFC 4954 section 4: a command line with its initial response may have 12,288 octets; a longer one goes without.
    private const int MaxCommand = 12_000;

    /// <summary>Runs the whole exchange.</summary>
    public static async ValueTask RunAsync(ClientConnection connection, SmtpReplyReader replies, SmtpCapabilities offered, MailCredential credential, SaslMechanism? only)
    {
        var server = connection.Server;
        if (!connection.IsEncrypted && server.Encryption != MailEncryption.None)
        {
            throw connection.Fail(MailFailure.TlsNotOffered, "AUTH", "the connection is not encrypted, and no password is sent over such a one");
        }

        var names = offered.AuthenticationMechanisms;
        if (SaslMechanisms.Choose(credential, name => names.Contains(name) && (only is null || name == SaslMechanisms.NameOf(only.Value))) is not { } mechanism)
        {
            var list = names.Count == 0 ? "no log-in at all" : string.Join(", ", names);
            throw connection.Fail(MailFailure.MechanismNotOffered, "AUTH", $"the server offers {list}, and none of it fits {(credential.IsAccessToken ? "an access token" : "a password")}");
        }

        var exchange = new SaslExchange(mechanism, credential, server.Host, server.Port, connection.Secrets);
        var step = connection.Begin($"AUTH {exchange.Name}");
        var initial = exchange.InitialResponse is { Length: < MaxCommand } response ? response : null;
        connection.Say(initial is null ? $"AUTH {exchange.Name}" : $"AUTH {exchange.Name} {initial}", $"AUTH {exchange.Name} ***");
        var isInitialDue = initial is null && exchange.InitialResponse is not null;
        var reply = await replies.ReadAsync(step).ConfigureAwait(false);
        while (reply.Code == 334)
        {
            var answer = isInitialDue ? exchange.InitialResponse : exchange.Answer(reply.Text);
            isInitialDue = false;
            connection.Say(answer ?? "*", "***");
            reply = await replies.ReadAsync(step).ConfigureAwait(false);
        }

        if (reply.Code != 235)
        {
            var words = exchange.FailureDetail is { } detail ? $"{reply} {detail}" : reply.ToString();
            throw reply.IsTransient
                ? connection.Fail(MailFailure.LoginUnavailable, step.Name, "the server can't check the log-in now", serverText: words)
                : connection.Fail(MailFailure.LoginRefused, step.Name, $"the server refused the log-in of {credential.UserName}", serverText: words);
        }
    }
}
