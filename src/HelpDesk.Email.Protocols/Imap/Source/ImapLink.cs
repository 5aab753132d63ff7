using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The one connection of a source: made at first use, kept, and made again when it is gone.</summary>
/// <param name="mailbox">The name of the mailbox.</param>
/// <param name="account">Where to, and who.</param>
/// <param name="folder">The folder that is read.</param>
/// <param name="isReadOnly">Whether nothing in it is ever changed.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets the conversation.</param>
internal sealed class ImapLink(string mailbox, MailAccount account, string folder, bool isReadOnly, TimeProvider time, ILogger log) : IAsyncDisposable
{
    // A connection that was used just now is there; one that rested may be gone.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> Ourselves = new(StringComparer.Ordinal) { ["name"] = "HelpDesk.Email" };

    private ImapInbox? _inbox;
    private long _used;

    /// <summary>The open folder, if there is a connection that can be used.</summary>
    public ImapInbox? Current => _inbox is { Connection.IsUsable: true } inbox ? inbox : null;

    /// <summary>The open folder, over a connection that is there.</summary>
    /// <param name="wantsNews">Whether the server is asked for news of a folder that has been open.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MailProtocolException">The folder can't be opened.</exception>
    public async ValueTask<ImapInbox> OpenAsync(bool wantsNews, CancellationToken cancellationToken)
    {
        if (Current is { } inbox)
        {
            if (!wantsNews && time.GetElapsedTime(_used) < Trusted)
            {
                return inbox;
            }

            try
            {
                await inbox.Connection.NoopAsync(cancellationToken).ConfigureAwait(false);
                _used = time.GetTimestamp();
                return inbox;
            }
            catch (MailProtocolException exception) when (exception.Failure is MailFailure.ConnectionLost or MailFailure.ServerClosing or MailFailure.TimedOut)
            {
                // Servers drop connections that rest. That is no failure: the next one is made at once.
                MailboxLog.WaitEnded(log, mailbox, exception.Message);
            }
        }

        await DropAsync().ConfigureAwait(false);
        _inbox = await ConnectAsync(isReadOnly, cancellationToken).ConfigureAwait(false);
        _used = time.GetTimestamp();
        return _inbox;
    }

    /// <summary>A new connection with the folder open; the caller disposes it.</summary>
    /// <param name="readOnly">Whether the folder is opened to read alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<ImapInbox> ConnectAsync(bool readOnly, CancellationToken cancellationToken)
    {
        var credential = await account.GetCredentialAsync(cancellationToken).ConfigureAwait(false);
        var connection = await ImapConnection.ConnectAsync(account.Server, time, log, cancellationToken).ConfigureAwait(false);
        try
        {
            if (credential is not null)
            {
                await connection.LoginAsync(credential, mechanism: null, cancellationToken).ConfigureAwait(false);
                account.Note(wasRefused: false);
            }

            await connection.IdentifyAsync(Ourselves, cancellationToken).ConfigureAwait(false);
            var open = readOnly
                ? await connection.ExamineAsync(folder, cancellationToken).ConfigureAwait(false)
                : await connection.SelectAsync(folder, cancellationToken).ConfigureAwait(false);
            var validity = open.UidValidity ?? throw new MailProtocolException(
                MailFailure.NotSupported, $"IMAP {account.Server}, SELECT: the server has no lasting numbers for the mails of this folder (UIDVALIDITY). Read the mailbox by POP3.", isTransient: false);
            return new ImapInbox(connection, open, validity);
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

    /// <summary>The connection was used just now.</summary>
    public void Touch() => _used = time.GetTimestamp();

    /// <summary>Lets the connection go, with a goodbye where it can still hear one.</summary>
    public async ValueTask DropAsync()
    {
        if (Interlocked.Exchange(ref _inbox, null) is { Connection: var connection })
        {
            if (connection.IsUsable)
            {
                await connection.LogoutAsync(CancellationToken.None).ConfigureAwait(false);
            }

            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DropAsync();
}
