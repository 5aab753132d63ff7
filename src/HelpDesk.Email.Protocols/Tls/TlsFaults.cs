using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tls;

/// <summary>What went wrong in a handshake, where it is not the certificate.</summary>
internal static class TlsFaults
{
    /// <summary>The reason in words for a port that speaks something else.</summary>
    public const string NoTls = "the server does not speak TLS at this port; perhaps it wants STARTTLS, or another port";

    /// <summary>Why there is no TLS.</summary>
    /// <param name="exception">What the platform threw.</param>
    /// <param name="limit">How long it was waited for.</param>
    public static TlsRefusal Explain(Exception exception, TimeSpan limit)
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
