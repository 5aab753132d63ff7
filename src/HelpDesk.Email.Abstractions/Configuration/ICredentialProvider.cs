namespace HelpDesk.Email.Configuration;

/// <summary>Gives the secret of a mailbox or an outgoing account: a password, or an OAuth access token.</summary>
/// <remarks>
/// Asked at every connect and never remembered. What it returns reaches no log, no trace and no exception text. Where it has
/// none, <see cref="MailServerOptions.Password"/> counts. Called from several threads.
/// </remarks>
public interface ICredentialProvider
{
    /// <summary>The secret of an account, or <see langword="null"/> when there is none.</summary>
    /// <param name="request">Whose.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<string?> GetSecretAsync(CredentialRequest request, CancellationToken cancellationToken);
}
