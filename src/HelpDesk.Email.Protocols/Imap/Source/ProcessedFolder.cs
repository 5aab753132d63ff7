using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Imap.Model;
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
    public async ValueTask<string> FindAsync(ImapConnection connection, CancellationToken cancellationToken)
    {
        if (_path is null)
        {
            var namespaces = await connection.NamespacesAsync(cancellationToken).ConfigureAwait(false);
            var own = namespaces.FirstOrDefault(each => each.Kind == ImapNamespaceKind.Personal);
            var separator = own is not null
                ? own.Separator
                : await connection.ListAsync("INBOX", cancellationToken).ConfigureAwait(false) is [var inbox, ..] ? inbox.Separator : null;
            var path = separator is { } mark ? name.Replace('/', mark) : name;
            var prefix = own?.Prefix ?? string.Empty;
            _path = path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? path : prefix + path;
        }

        return _path;
    }

    /// <summary>Runs a command that needs the folder; where it is missing it is made, and the command said again.</summary>
    public async ValueTask UseAsync(ImapConnection connection, Func<string, ValueTask<ImapCopied>> command, CancellationToken cancellationToken)
    {
        var path = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        try
        {
            await command(path).ConfigureAwait(false);
        }
        catch (MailProtocolException exception) when (exception.Failure == MailFailure.FolderMissing && connection.IsUsable)
        {
            await MakeAsync(connection, path, cancellationToken).ConfigureAwait(false);
            await command(path).ConfigureAwait(false);
        }
    }

    private async ValueTask MakeAsync(ImapConnection connection, string path, CancellationToken cancellationToken)
    {
        try
        {
            await connection.CreateAsync(path, cancellationToken).ConfigureAwait(false);
            MailboxLog.FolderMade(log, mailbox, path);
        }
        catch (MailProtocolException exception) when (exception.ResponseCode == "ALREADYEXISTS")
        {
            // Somebody was faster.
        }
    }
}
