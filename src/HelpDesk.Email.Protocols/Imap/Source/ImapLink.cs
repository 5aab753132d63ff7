using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The one connection of a source: made at first use, kept, and made again when it is gone.</summary>
/// <param name="mailbox">The name of the mailbox.</param>
/// <param name="door">Makes connections.</param>
/// <param name="isReadOnly">Whether nothing in it is ever changed.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class ImapLink(string mailbox, IInboxDoor door, bool isReadOnly, TimeProvider time, ILogger log) : IAsyncDisposable
{
    // A connection that was used just now is there; one that rested may be gone.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

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
        _inbox = new ImapInbox(await door.OpenAsync(isReadOnly, cancellationToken).ConfigureAwait(false));
        _used = time.GetTimestamp();
        return _inbox;
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
