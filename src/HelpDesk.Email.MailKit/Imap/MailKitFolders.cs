using MailKit;
using MailKit.Net.Imap;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>One's own folders: where they lie, and how one is made.</summary>
/// <param name="client">The client, logged in.</param>
internal sealed class MailKitFolders(ImapClient client)
{
    /// <summary>The prefix of their names, and what stands between folder and sub-folder.</summary>
    public (string Prefix, char? Separator) Own()
    {
        if (client.PersonalNamespaces.Count == 0)
        {
            return (string.Empty, client.Inbox.DirectorySeparator is '\0' ? null : client.Inbox.DirectorySeparator);
        }

        var own = client.PersonalNamespaces[0];
        char? separator = own.DirectorySeparator is '\0' ? null : own.DirectorySeparator;

        // The library leaves the separator at the end of a prefix out.
        return own.Path.Length > 0 && separator is { } mark && own.Path[^1] != mark ? (own.Path + mark, separator) : (own.Path, separator);
    }

    /// <summary>Makes a folder, and those that it lies in.</summary>
    /// <param name="path">Its whole name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was made; it may have been there.</returns>
    public async Task<bool> MakeAsync(string path, CancellationToken cancellationToken)
    {
        var (prefix, separator) = Own();
        var at = client.GetFolder(client.PersonalNamespaces.Count > 0 ? client.PersonalNamespaces[0] : new FolderNamespace(separator ?? '/', string.Empty));
        var names = path[(path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? prefix.Length : 0)..];
        var wasMade = false;
        foreach (var name in separator is { } mark ? names.Split(mark, StringSplitOptions.RemoveEmptyEntries) : [names])
        {
            (at, wasMade) = await StepAsync(at, name, cancellationToken).ConfigureAwait(false);
        }

        return wasMade;
    }

    private static async Task<(IMailFolder Folder, bool WasMade)> StepAsync(IMailFolder parent, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await parent.GetSubfolderAsync(name, cancellationToken).ConfigureAwait(false), false);
        }
        catch (FolderNotFoundException)
        {
            // It is made now.
        }

        try
        {
            if (await parent.CreateAsync(name, isMessageFolder: true, cancellationToken).ConfigureAwait(false) is { } made)
            {
                return (made, true);
            }
        }
        catch (ImapCommandException exception) when (exception.Response == ImapCommandResponse.No && exception.ResponseText.Contains("exists", StringComparison.OrdinalIgnoreCase))
        {
            // Somebody was faster.
        }

        return (await parent.GetSubfolderAsync(name, cancellationToken).ConfigureAwait(false), false);
    }
}
