using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Pop3.Source;
using MailKit.Net.Pop3;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Pop3;

/// <summary>Opens sessions by the library's client.</summary>
/// <param name="account">Where to, and who.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class MailKitMaildropDoor(MailAccount account, TimeProvider time, ILogger log) : IMaildropDoor
{
    private static readonly Pop3FailureReader Failures = new();

    /// <inheritdoc/>
    public async ValueTask<IMaildrop> OpenAsync(CancellationToken cancellationToken)
    {
        var secret = await account.GetSecretAsync(cancellationToken).ConfigureAwait(false)
            ?? throw Pop3MailboxSettings.NobodyLogsIn(account.Server);
        var words = new ServerWords();
        var line = new ServerLine(Failures, account.Server, words, time, log);
        var access = new ServerAccess(account, line);
        var client = new Pop3Client(words);
        try
        {
            await access.ConnectAsync(client, cancellationToken).ConfigureAwait(false);
            await access.LoginAsync(client, secret, client.Capabilities.HasFlag(Pop3Capabilities.User), cancellationToken).ConfigureAwait(false);
            return new MailKitMaildrop(client, line, words, account.Options.Timeout);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
