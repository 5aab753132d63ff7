using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>Opens sessions by our own client.</summary>
/// <param name="account">Where to, and who.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets the conversation.</param>
internal sealed class OwnMaildropDoor(MailAccount account, TimeProvider time, ILogger log) : IMaildropDoor
{
    /// <inheritdoc/>
    public async ValueTask<IMaildrop> OpenAsync(CancellationToken cancellationToken)
    {
        var secret = await account.GetSecretAsync(cancellationToken).ConfigureAwait(false)
            ?? throw Pop3MailboxSettings.NobodyLogsIn(account.Server);
        var connection = await Pop3Connection.ConnectAsync(account.ToServer(), time, log, cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.LoginAsync(secret.ToCredential(), mechanism: null, cancellationToken).ConfigureAwait(false);
            account.Note(wasRefused: false);
            return new OwnMaildrop(connection);
        }
        catch (Exception exception)
        {
            if (exception is MailProtocolException { Failure: MailFailure.LoginRefused })
            {
                account.Note(wasRefused: true);
            }

            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
