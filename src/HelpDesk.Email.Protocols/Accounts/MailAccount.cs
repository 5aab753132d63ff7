using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>A mailbox or an outgoing account as its protocol sees it: the server, and who logs in. The secret is asked for at every connect.</summary>
/// <param name="key">Its place in the settings.</param>
/// <param name="options">Its settings.</param>
/// <param name="defaultPort">The usual port for an encryption.</param>
/// <param name="secrets">Who gives secrets, or <see langword="null"/>.</param>
/// <param name="memory">How earlier log-ins went, where other connections made them.</param>
internal sealed class MailAccount(string key, MailServerOptions options, Func<MailEncryption, int> defaultPort, ICredentialProvider? secrets, LoginMemory? memory = null)
{
    private readonly LoginMemory _memory = memory ?? new LoginMemory();

    /// <summary>How the server is reached.</summary>
    public MailServerOptions Options => options;

    /// <summary>Its port, the usual one where the settings name none.</summary>
    public int Port { get; } = options.Port ?? defaultPort(options.Encryption);

    /// <summary>The server as people read it.</summary>
    public string Server => ServerName.Of(options.Host!, Port);

    /// <summary>A failure in words, with what to do.</summary>
    public string Words(MailProtocolException exception) => FailureWords.Of(exception, key, options.UserName);

    /// <summary>Who logs in; <see langword="null"/> when nobody does.</summary>
    public string? UserName => options.UserName;

    /// <summary>Tells a place on the server from those of other accounts: 12 hexadecimal digits.</summary>
    /// <param name="folder">The place; empty where there is only one.</param>
    public string TagOf(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Host!.ToLowerInvariant()}\n{options.UserName}\n{folder}")))[..12];

    /// <summary>What to log in with; <see langword="null"/> when nobody logs in.</summary>
    /// <exception cref="MailProtocolException">There is a user name, and no secret for it.</exception>
    public async ValueTask<AccountSecret?> GetSecretAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.UserName))
        {
            return null;
        }

        var request = new CredentialRequest(key, options.UserName, options.Host!, options.Authentication) { WasRefused = _memory.WasRefused };
        var secret = secrets is null ? null : await secrets.GetSecretAsync(request, cancellationToken).ConfigureAwait(false);
        secret ??= options.Password;
        if (string.IsNullOrEmpty(secret))
        {
            throw new MailProtocolException(MailFailure.LoginRefused, $"There is no password for the log-in at {Server}. Set HelpDeskEmail:{key}:Password, or register an ICredentialProvider that has it.", isTransient: false)
            {
                Server = Server,
                Step = "log-in",
            };
        }

        return new AccountSecret(options.UserName, secret, options.Authentication == MailAuthentication.AccessToken);
    }

    /// <summary>Remembers how the log-in went: a provider hears it with the next request.</summary>
    public void Note(bool wasRefused) => _memory.WasRefused = wasRefused;
}
