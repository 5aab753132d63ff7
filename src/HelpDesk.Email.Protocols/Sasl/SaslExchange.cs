using System.Text;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Sasl;

/// <summary>One log-in by SASL from the client's side: an initial response, and an answer to each challenge.</summary>
/// <remarks>
/// Everything is in Base64, as IMAP (RFC 3501 section 6.2.2), POP3 (RFC 5034) and SMTP (RFC 4954) send it. Each message that
/// holds the secret is made known to the mask before it leaves. For one log-in.
/// </remarks>
internal sealed class SaslExchange
{
    private readonly MailCredential _credential;
    private readonly string _host;
    private readonly int _port;
    private readonly SecretMask _secrets;
    private int _answers;

    /// <summary>Makes one.</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="credential">Who logs in.</param>
    /// <param name="host">The server, which OAUTHBEARER names.</param>
    /// <param name="port">Its port.</param>
    /// <param name="secrets">Learns what nobody may read.</param>
    public SaslExchange(SaslMechanism mechanism, MailCredential credential, string host, int port, SecretMask secrets)
    {
        Mechanism = mechanism;
        _credential = credential;
        _host = host;
        _port = port;
        _secrets = secrets;
        secrets.Add(credential.Secret);
        InitialResponse = Initial() is { } initial ? Encode(initial) : null;
    }

    /// <summary>The mechanism.</summary>
    public SaslMechanism Mechanism { get; }

    /// <summary>Its name on the wire.</summary>
    public string Name => SaslMechanisms.NameOf(Mechanism);

    /// <summary>The first message where the client speaks first, in Base64; <see langword="null"/> where the server does.</summary>
    public string? InitialResponse { get; }

    /// <summary>What the server said about a refused token: a JSON object, for people; <see langword="null"/> where it said nothing.</summary>
    public string? FailureDetail { get; private set; }

    /// <summary>The answer to a challenge when the initial response went out with the command.</summary>
    /// <param name="challenge">What came after <c>+</c> or <c>334</c>, in Base64.</param>
    /// <returns>The answer in Base64, which may be empty; <see langword="null"/> when the mechanism has no more to say.</returns>
    public string? Answer(string challenge)
    {
        switch (Mechanism)
        {
            case SaslMechanism.Login:
                // User name and password, in this order whatever the server calls them: the words differ from server to server.
                return _answers++ switch
                {
                    0 => Encode(_credential.UserName),
                    1 => Encode(_credential.Secret),
                    _ => null,
                };

            // A challenge after the token is the reason of the refusal. It wants one more message: a dummy for OAUTHBEARER
            // (RFC 7628 section 3.2.3), an empty one for XOAUTH2. Then the refusal itself comes.
            case SaslMechanism.XOAuth2 when _answers++ == 0:
                FailureDetail = Decode(challenge);
                return string.Empty;
            case SaslMechanism.OAuthBearer when _answers++ == 0:
                FailureDetail = Decode(challenge);
                return "AQ==";
            default:
                return null;
        }
    }

    private string? Initial() => Mechanism switch
    {
        SaslMechanism.Plain => $"\0{_credential.UserName}\0{_credential.Secret}",
        SaslMechanism.XOAuth2 => $"user={_credential.UserName}\u0001auth=Bearer {_credential.Secret}\u0001\u0001",
        SaslMechanism.OAuthBearer => $"n,a={SaslName(_credential.UserName)},\u0001host={_host}\u0001port={_port}\u0001auth=Bearer {_credential.Secret}\u0001\u0001",
        _ => null,
    };

    // RFC 5801 section 4: a comma and an equals sign mean something else here.
    private static string SaslName(string name) =>
        name.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);

    private string Encode(string message)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
        if (message != _credential.UserName)
        {
            _secrets.Add(encoded);
        }

        return encoded;
    }

    private static string? Decode(string challenge)
    {
        var octets = new byte[challenge.Length];
        return Convert.TryFromBase64String(challenge, octets, out var length) && length > 0
            ? ServerText.Shorten(ServerText.Decode(octets.AsSpan(0, length)))
            : null;
    }
}
