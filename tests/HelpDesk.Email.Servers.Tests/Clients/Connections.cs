using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap;
using HelpDesk.Email.Protocols.Pop3;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Servers.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Servers.Tests.Clients;

/// <summary>Connections of our clients to the servers of the tests.</summary>
internal static class Connections
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MailServer Imap(MailServers servers, MailEncryption encryption, string host = "127.0.0.1") =>
        Trusting(servers, new MailServer(host, encryption == MailEncryption.ImplicitTls ? servers.Dovecot.Ports.Imaps : servers.Dovecot.Ports.Imap, encryption));

    public static MailServer Pop3(MailServers servers, MailEncryption encryption, string host = "127.0.0.1") =>
        Trusting(servers, new MailServer(host, encryption == MailEncryption.ImplicitTls ? servers.Dovecot.Ports.Pop3s : servers.Dovecot.Ports.Pop3, encryption));

    public static MailServer Smtp(MailServers servers, MailEncryption encryption) =>
        Trusting(servers, new MailServer("127.0.0.1", encryption == MailEncryption.ImplicitTls ? servers.Postfix.Ports.Smtps : servers.Postfix.Ports.Smtp, encryption));

    public static MailServer Trusting(MailServers servers, MailServer server) => server with { Roots = servers.Certificates.Trusted };

    public static ValueTask<ImapConnection> ConnectImapAsync(MailServer server) => ImapConnection.ConnectAsync(server, TimeProvider.System, NullLogger.Instance, Token);

    public static ValueTask<Pop3Connection> ConnectPop3Async(MailServer server) => Pop3Connection.ConnectAsync(server, TimeProvider.System, NullLogger.Instance, Token);

    public static ValueTask<SmtpConnection> ConnectSmtpAsync(MailServer server) => SmtpConnection.ConnectAsync(server, "client.test", TimeProvider.System, NullLogger.Instance, Token);

    /// <summary>IMAP, with TLS, logged in.</summary>
    public static async Task<ImapConnection> LogInImapAsync(MailServers servers, MailUser user)
    {
        var imap = await ConnectImapAsync(Imap(servers, MailEncryption.ImplicitTls));
        await imap.LoginAsync(PasswordOf(user), mechanism: null, Token);
        return imap;
    }

    /// <summary>POP3, with TLS, logged in.</summary>
    public static async Task<Pop3Connection> LogInPop3Async(MailServers servers, MailUser user)
    {
        var pop3 = await ConnectPop3Async(Pop3(servers, MailEncryption.ImplicitTls));
        await pop3.LoginAsync(PasswordOf(user), mechanism: null, Token);
        return pop3;
    }

    /// <summary>SMTP, with TLS, logged in.</summary>
    public static async Task<SmtpConnection> LogInSmtpAsync(MailServers servers, MailUser user)
    {
        var smtp = await ConnectSmtpAsync(Smtp(servers, MailEncryption.StartTls));
        await smtp.LoginAsync(PasswordOf(user), mechanism: null, Token);
        return smtp;
    }

    public static MailCredential PasswordOf(MailUser user) => MailCredential.Password(user.Address, user.Password);

    /// <summary>Keeps the octets of a mail.</summary>
    public static ContentReader<byte[]> Octets { get; } = async (stream, _, token) =>
    {
        using var octets = new MemoryStream();
        await stream.CopyToAsync(octets, token);
        return octets.ToArray();
    };
}
