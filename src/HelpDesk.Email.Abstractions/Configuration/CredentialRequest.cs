namespace HelpDesk.Email.Configuration;

/// <summary>Whose secret is asked for.</summary>
/// <param name="Key">The place in the settings below the section: <c>Mailboxes:NAME</c> or <c>Outgoing:NAME</c>.</param>
/// <param name="UserName">Who logs in.</param>
/// <param name="Host">The server.</param>
/// <param name="Authentication">Whether a password or an access token is wanted.</param>
public sealed record CredentialRequest(string Key, string UserName, string Host, MailAuthentication Authentication)
{
    /// <summary>Whether the server refused the secret that was given last: a token that is remembered is worth nothing then.</summary>
    public bool WasRefused { get; init; }
}
