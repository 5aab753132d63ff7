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
    private const string NoTls = "the server does not speak TLS at this port; perhaps it wants STARTTLS, or another port";

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
                    ? new(MailFailure.TlsHandshakeFailed, NoTls)
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
            return check.Refusal is { } refusal ? refusal with { Cause = exception } : Explain(exception, limit);
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

    private static TlsRefusal Explain(Exception exception, TimeSpan limit)
    {
        if (exception is OperationCanceledException)
        {
            return new(MailFailure.TimedOut, $"the TLS handshake was not done within {limit.TotalSeconds:0.###} s", exception);
        }

        // The platform tells these apart in words alone: OpenSSL's own, or those of a TLS alert.
        var words = string.Empty;
        for (var at = exception; at is not null; at = at.InnerException)
        {
            words += at.Message + "\n";
        }

        return words switch
        {
            _ when Says(words, "unsupported protocol", "protocol version", "ProtocolVersion", "unsupported SSL/TLS") =>
                new(MailFailure.TlsVersionTooOld, "the server offers no TLS from version 1.2 on", exception),
            _ when Says(words, "wrong version number", "invalid frame", "packet length too long", "unexpected packet format", "corrupted frame", "frame was received", "record layer failure") =>
                new(MailFailure.TlsHandshakeFailed, NoTls, exception),
            _ when exception is IOException =>
                new(MailFailure.TlsHandshakeFailed, "the server ended the connection in the TLS handshake", exception),
            _ => new(MailFailure.TlsHandshakeFailed, "the TLS handshake failed", exception),
        };
    }

    private static bool Says(string words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
