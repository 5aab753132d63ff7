using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Opens the inbox by our own client.</summary>
/// <param name="account">Where to, and who.</param>
/// <param name="folder">The folder that is read.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets the conversation.</param>
internal sealed class OwnInboxDoor(MailAccount account, string folder, TimeProvider time, ILogger log) : IInboxDoor
{
    private static readonly Dictionary<string, string> Ourselves = new(StringComparer.Ordinal) { ["name"] = "HelpDesk.Email" };

    /// <inheritdoc/>
    public async ValueTask<IInbox> OpenAsync(bool readOnly, CancellationToken cancellationToken)
    {
        var secret = await account.GetSecretAsync(cancellationToken).ConfigureAwait(false);
        var connection = await ImapConnection.ConnectAsync(account.ToServer(), time, log, cancellationToken).ConfigureAwait(false);
        try
        {
            if (secret is not null)
            {
                await connection.LoginAsync(secret.ToCredential(), mechanism: null, cancellationToken).ConfigureAwait(false);
                account.Note(wasRefused: false);
            }

            await connection.IdentifyAsync(Ourselves, cancellationToken).ConfigureAwait(false);
            var open = readOnly
                ? await connection.ExamineAsync(folder, cancellationToken).ConfigureAwait(false)
                : await connection.SelectAsync(folder, cancellationToken).ConfigureAwait(false);
            var validity = open.UidValidity ?? throw ImapNumbers.Missing(account.Server);
            return new OwnInbox(connection, open, validity);
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
