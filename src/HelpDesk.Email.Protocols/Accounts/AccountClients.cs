using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Sasl;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>An account in the words of our own clients.</summary>
internal static class AccountClients
{
    /// <summary>Where to connect to.</summary>
    public static MailServer ToServer(this MailAccount account) => new(account.Options.Host!, account.Port, account.Options.Encryption)
    {
        PinnedCertificate = account.Options.PinnedCertificate,
        CheckRevocation = account.Options.CheckRevocation,
        Deadlines = DeadlinesOf(account.Options.Timeout),
    };

    /// <summary>What to log in with.</summary>
    public static MailCredential ToCredential(this AccountSecret secret) =>
        secret.IsAccessToken ? MailCredential.AccessToken(secret.UserName, secret.Secret) : MailCredential.Password(secret.UserName, secret.Secret);

    // Who asks for a short time means the connection and the handshake too; a long one is for slow commands.
    private static StepDeadlines DeadlinesOf(TimeSpan timeout)
    {
        var usual = new StepDeadlines();
        return usual with
        {
            Connect = timeout < usual.Connect ? timeout : usual.Connect,
            Handshake = timeout < usual.Handshake ? timeout : usual.Handshake,
            Command = timeout,
        };
    }
}
