namespace HelpDesk.Email.Configuration;

/// <summary>What proves to a mail server who we are.</summary>
public enum MailAuthentication
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>An OAuth 2.0 access token (RFC 6749), by OAUTHBEARER (RFC 7628) or XOAUTH2.</summary>
    AccessToken,
}
