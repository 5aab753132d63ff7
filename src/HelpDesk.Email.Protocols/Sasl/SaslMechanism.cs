namespace HelpDesk.Email.Protocols.Sasl;

/// <summary>A way to prove who one is (RFC 4422).</summary>
public enum SaslMechanism
{
    /// <summary>User name and password in one message (RFC 4616).</summary>
    Plain,

    /// <summary>User name and password in two messages; obsolete, and still all that some servers offer.</summary>
    Login,

    /// <summary>An access token, as Google and Microsoft wrote it down first.</summary>
    XOAuth2,

    /// <summary>An access token, as RFC 7628 standardised it.</summary>
    OAuthBearer,
}
