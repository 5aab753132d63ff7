using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tls;

/// <summary>Encrypts a connection from the client's side: TLS 1.2 or later, the certificate checked by the platform.</summary>
internal static class TlsHandshake
{
    /// <summary>Shakes hands; afterwards all octets of the connection go through TLS.</summary>
    /// <param name="connection">A connection that nothing was read from since the last answer.</param>
    /// <param name="settings">What the server must prove.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it; the connection is of no use then.</param>
    /// <returns>Why it failed; <see langword="null"/> when it did not.</returns>
    public static async ValueTask<TlsRefusal?> RunAsync(Connection connection, TlsSettings settings, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var check = new CertificateCheck(settings, time.GetUtcNow());
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var secured = new SslStream(connection.Stream, leaveInnerStreamOpen: true);
        try
        {
            if (connection.HasUnreadInput())
            {
                await secured.DisposeAsync().ConfigureAwait(false);

                // A server that speaks first at a port for implicit TLS greets in clear.
                return settings.IsImplicit
                    ? new(MailFailure.TlsHandshakeFailed, TlsFaults.NoTls)
                    : new(MailFailure.TlsInjection, "there was input before the TLS handshake that nobody had asked for; somebody may sit on the line");
            }

            await secured.AuthenticateAsClientAsync(Options(settings, check), either.Token).ConfigureAwait(false);
            connection.Secure(secured);
            return null;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or SocketException or ObjectDisposedException or InvalidOperationException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await secured.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return check.Refusal is { } refusal ? refusal with { Cause = exception } : TlsFaults.Explain(exception, limit);
        }
    }

    private static SslClientAuthenticationOptions Options(TlsSettings settings, CertificateCheck check)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = settings.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = check.Accept,
        };
        if (settings.Roots is { } roots)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = options.CertificateRevocationCheckMode,
                DisableCertificateDownloads = true,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }

        return options;
    }
}
