using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The folder that committed mail is moved to, as the server names it.</summary>
/// <param name="mailbox">The name of the mailbox.</param>
/// <param name="name">The folder as the settings name it; <c>/</c> stands between folder and sub-folder.</param>
/// <param name="log">The log.</param>
internal sealed class ProcessedFolder(string mailbox, string name, ILogger log)
{
    private string? _path;

    /// <summary>Its whole name: below the prefix of one's own folders, with the server's separator.</summary>
    public async ValueTask<string> FindAsync(IInbox inbox, CancellationToken cancellationToken)
    {
        if (_path is null)
        {
            var (prefix, separator) = await inbox.OwnFoldersAsync(cancellationToken).ConfigureAwait(false);
            var path = separator is { } mark ? name.Replace('/', mark) : name;
            _path = path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? path : prefix + path;
        }

        return _path;
    }

    /// <summary>Runs a command that needs the folder; where it is missing it is made, and the command said again.</summary>
    public async ValueTask UseAsync(IInbox inbox, Func<string, ValueTask> command, CancellationToken cancellationToken)
    {
        var path = await FindAsync(inbox, cancellationToken).ConfigureAwait(false);
        try
        {
            await command(path).ConfigureAwait(false);
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.FolderMissing && inbox.IsUsable)
        {
            await MakeAsync(inbox, path, cancellationToken).ConfigureAwait(false);
            await command(path).ConfigureAwait(false);
        }
    }

    private async ValueTask MakeAsync(IInbox inbox, string path, CancellationToken cancellationToken)
    {
        if (await inbox.MakeFolderAsync(path, cancellationToken).ConfigureAwait(false))
        {
            MailboxLog.FolderMade(log, mailbox, path);
        }
    }
}
