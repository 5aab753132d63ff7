namespace HelpDesk.Email.Protocols.Sasl;

/// <summary>Who logs in, and the secret that proves it: a password or an OAuth access token. Immutable.</summary>
/// <remarks>Its text never shows the secret.</remarks>
public sealed class MailCredential
{
    private MailCredential(string userName, string secret, bool isAccessToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        if (userName.Any(char.IsControl) || secret.Any(char.IsControl))
        {
            // The value is not in the message: it may be the secret.
            throw new ArgumentException("A user name and a secret hold no control characters.");
        }

        UserName = userName;
        Secret = secret;
        IsAccessToken = isAccessToken;
    }

    /// <summary>The user name; characters beyond ASCII go over the wire as UTF-8 (RFC 4616).</summary>
    public string UserName { get; }

    /// <summary>Whether the secret is an OAuth 2.0 access token (RFC 6749) and not a password.</summary>
    public bool IsAccessToken { get; }

    /// <summary>The secret.</summary>
    internal string Secret { get; }

    /// <summary>A user name and a password.</summary>
    /// <exception cref="ArgumentException">One is empty or holds control characters.</exception>
    public static MailCredential Password(string userName, string password) => new(userName, password, isAccessToken: false);

    /// <summary>A user name and an OAuth 2.0 access token, for XOAUTH2 and OAUTHBEARER.</summary>
    /// <exception cref="ArgumentException">One is empty or holds control characters.</exception>
    public static MailCredential AccessToken(string userName, string accessToken) => new(userName, accessToken, isAccessToken: true);

    /// <summary>The user name and the kind of the secret.</summary>
    public override string ToString() => $"{UserName} ({(IsAccessToken ? "access token" : "password")})";
}
