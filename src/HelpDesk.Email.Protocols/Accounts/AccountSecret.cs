namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>Who logs in, and what proves it; its text never shows the secret.</summary>
/// <param name="userName">The user name.</param>
/// <param name="secret">A password or an access token.</param>
/// <param name="isAccessToken">Which of them.</param>
internal sealed class AccountSecret(string userName, string secret, bool isAccessToken)
{
    public string UserName { get; } = userName;

    public string Secret { get; } = secret;

    public bool IsAccessToken { get; } = isAccessToken;
}
