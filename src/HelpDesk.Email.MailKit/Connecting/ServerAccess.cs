using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Tls;
using HelpDesk.Email.Servers;
using MailKit;
using MailKit.Security;

namespace HelpDesk.Email.MailKit.Connecting;

/// <summary>Connects a client of the library and logs in, as the settings of an account ask for.</summary>
/// <remarks>
/// Nothing is left to the library's defaults: how to encrypt is never guessed, the certificate is judged by us, and only
/// the mechanisms are used that the built-in clients use.
/// </remarks>
/// <param name="account">Where to, and who.</param>
/// <param name="line">The connection.</param>
internal sealed class ServerAccess(MailAccount account, ServerLine line)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(30);

    private readonly MailServerOptions _options = account.Options;

    /// <summary>Connects, encrypts, and learns what the server offers.</summary>
    /// <exception cref="MailProtocolException">It failed; the exception says what and where.</exception>
    public async ValueTask ConnectAsync(MailService client, CancellationToken cancellationToken)
    {
        var check = new CertificateCheck(Tls(), line.Time.GetUtcNow());
        line.Certificate = check;
        client.CheckCertificateRevocation = _options.CheckRevocation;
        client.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        client.ServerCertificateValidationCallback = check.Accept;
        client.Timeout = (int)Math.Min(_options.Timeout.TotalMilliseconds, int.MaxValue);
        var socket = await Dialer.ConnectAsync(new DnsEndPoint(_options.Host!, account.Port), ConnectLimit, line.Time, cancellationToken).ConfigureAwait(false);
        try
        {
            // The library writes in blocks of its own; each would wait for the answer to the one before.
            socket.NoDelay = true;
            Note(socket.RemoteEndPoint as IPEndPoint);
            await line.RunAsync(
                "greeting",
                HandshakeLimit + _options.Timeout,
                token => ConnectAsync(client, socket, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (client.IsSecure)
        {
            ProtocolLog.Encrypted(line.Log, line.Names.Protocol, line.Names.Server, client.SslProtocol);
        }
        else if (client.IsAuthenticated && _options.Encryption != MailEncryption.None)
        {
            throw line.Fail(MailFailure.TlsInjection, "greeting", "the server says that we are logged in before the connection is encrypted; somebody may sit on the line");
        }
    }

    /// <summary>Logs in, by the best way that is offered and fits.</summary>
    /// <param name="client">The client.</param>
    /// <param name="secret">Who.</param>
    /// <param name="hasOwnCommand">Whether the protocol has a log-in beside those mechanisms, and the server takes it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException">It failed; the provider of the secret hears of a refusal.</exception>
    public async ValueTask LoginAsync(MailService client, AccountSecret secret, bool hasOwnCommand, CancellationToken cancellationToken)
    {
        line.Secrets.Add(secret.Secret);
        if (!client.IsSecure && _options.Encryption != MailEncryption.None)
        {
            throw line.Fail(MailFailure.TlsNotOffered, "log-in", "no secret goes over a connection that is not encrypted");
        }

        var mechanism = Choose(client.AuthenticationMechanisms, secret);
        if (mechanism is null && (secret.IsAccessToken || !hasOwnCommand))
        {
            throw line.Fail(MailFailure.MechanismNotOffered, "log-in", $"the server offers no way to log in with {(secret.IsAccessToken ? "an access token (OAUTHBEARER or XOAUTH2)" : "a password")}");
        }

        try
        {
            await line.RunAsync("log-in", _options.Timeout * 2, token => LoginAsync(client, mechanism, secret, token), cancellationToken).ConfigureAwait(false);
            account.Note(wasRefused: false);
        }
        catch (MailProtocolException exception)
        {
            account.Note(exception.Failure == MailFailure.LoginRefused);
            throw;
        }
    }

    private static SaslMechanism? Choose(HashSet<string> offered, AccountSecret secret) => (secret.IsAccessToken, offered) switch
    {
        (true, _) when offered.Contains("OAUTHBEARER") => new SaslMechanismOAuthBearer(secret.UserName, secret.Secret),
        (true, _) when offered.Contains("XOAUTH2") => new SaslMechanismOAuth2(secret.UserName, secret.Secret),
        (false, _) when offered.Contains("PLAIN") => new SaslMechanismPlain(Encoding.UTF8, secret.UserName, secret.Secret),
        (false, _) when offered.Contains("LOGIN") => new SaslMechanismLogin(Encoding.UTF8, secret.UserName, secret.Secret),
        _ => null,
    };

    private static async Task LoginAsync(MailService client, SaslMechanism? mechanism, AccountSecret secret, CancellationToken cancellationToken)
    {
        if (mechanism is not null)
        {
            await client.AuthenticateAsync(mechanism, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Without mechanisms the library takes the command of the protocol, and tries nothing before it.
        client.AuthenticationMechanisms.Clear();
        await client.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(secret.UserName, secret.Secret), cancellationToken).ConfigureAwait(false);
    }

    private async Task ConnectAsync(MailService client, Socket socket, CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(socket, _options.Host!, account.Port, Options(), cancellationToken).ConfigureAwait(false);
        }
        catch (NotSupportedException exception) when (_options.Encryption == MailEncryption.StartTls)
        {
            throw line.Fail(MailFailure.TlsNotOffered, "STARTTLS", "the server offers no STARTTLS; take ImplicitTls with the port for it, or ask the server's administrator", exception);
        }
    }

    // Never Auto, which goes on in clear where somebody took STARTTLS out of the server's words.
    private SecureSocketOptions Options() => _options.Encryption switch
    {
        MailEncryption.ImplicitTls => SecureSocketOptions.SslOnConnect,
        MailEncryption.StartTls => SecureSocketOptions.StartTls,
        MailEncryption.StartTlsWhenOffered => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.None,
    };

    private TlsSettings Tls() => new(
        _options.Host!,
        _options.PinnedCertificate is { } pin ? Convert.FromHexString(pin.Replace(":", string.Empty, StringComparison.Ordinal)) : null,
        _options.CheckRevocation,
        _options.Encryption == MailEncryption.ImplicitTls);

    private void Note(IPEndPoint? remote)
    {
        ProtocolLog.Connected(line.Log, line.Names.Protocol, line.Names.Server, remote);
        if (_options.Encryption == MailEncryption.None && (remote is null || !IPAddress.IsLoopback(remote.Address)))
        {
            ProtocolLog.NotEncrypted(line.Log, line.Names.Protocol, line.Names.Server);
        }
    }
}
