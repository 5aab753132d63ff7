using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Servers;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>Opens the inbox by the library's client.</summary>
/// <param name="account">Where to, and who.</param>
/// <param name="folder">The folder that is read.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class MailKitInboxDoor(MailAccount account, string folder, TimeProvider time, ILogger log) : IInboxDoor
{
    private static readonly ImapFailureReader Failures = new();

    private readonly TimeSpan _limit = account.Options.Timeout;

    /// <inheritdoc/>
    public async ValueTask<IInbox> OpenAsync(bool readOnly, CancellationToken cancellationToken)
    {
        var secret = await account.GetSecretAsync(cancellationToken).ConfigureAwait(false);
        var words = new ServerWords();
        var line = new ServerLine(Failures, account.Server, words, time, log);
        var access = new ServerAccess(account, line);
        var client = new SpoolingImapClient(words);
        try
        {
            await access.ConnectAsync(client, cancellationToken).ConfigureAwait(false);
            if (secret is not null && !client.IsAuthenticated)
            {
                await access.LoginAsync(client, secret, !client.Capabilities.HasFlag(ImapCapabilities.LoginDisabled), cancellationToken).ConfigureAwait(false);
            }

            if (client.Capabilities.HasFlag(ImapCapabilities.Id))
            {
                await line.RunAsync("ID", _limit, token => client.IdentifyAsync(new ImapImplementation { Name = "HelpDesk.Email" }, token), cancellationToken).ConfigureAwait(false);
            }

            var opened = await line.RunAsync("SELECT", _limit * 2, token => OpenAsync(client, readOnly, token), cancellationToken).ConfigureAwait(false);
            if (opened.Access == FolderAccess.None)
            {
                throw line.Fail(MailFailure.NotSupported, "SELECT", "the server did not say whether the folder may be changed (READ-WRITE or READ-ONLY), and MailKit does not read it then; take UseImap");
            }

            return opened.UidValidity == 0
                ? throw ImapNumbers.Missing(account.Server)
                : new MailKitInbox(client, opened, line, _limit);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<IMailFolder> OpenAsync(SpoolingImapClient client, bool readOnly, CancellationToken cancellationToken)
    {
        var opened = string.Equals(folder, "INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox : await client.GetFolderAsync(folder, cancellationToken).ConfigureAwait(false);
        await opened.OpenAsync(readOnly ? FolderAccess.ReadOnly : FolderAccess.ReadWrite, cancellationToken).ConfigureAwait(false);
        return opened;
    }
}
