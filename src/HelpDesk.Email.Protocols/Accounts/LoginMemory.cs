namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>How the last log-in of an account went; outlives its connections, so that a provider of secrets hears it with the next request.</summary>
internal sealed class LoginMemory
{
    /// <summary>Whether the server refused the secret.</summary>
    public bool WasRefused { get; set; }
}
