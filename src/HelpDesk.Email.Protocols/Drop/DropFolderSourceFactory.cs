using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Drop;

/// <summary>Makes drop folders: <c>Kind</c> is <c>DropFolder</c>, <c>Folder</c> says where.</summary>
/// <param name="time">The clock of the sources.</param>
/// <param name="logger">Where they tell what they pass over.</param>
internal sealed class DropFolderSourceFactory(TimeProvider time, ILogger<DropFolderSource> logger) : IMailboxSourceFactory
{
    /// <inheritdoc/>
    public string Kind => "DropFolder";

    /// <inheritdoc/>
    public AfterProcessing DefaultAction => AfterProcessing.Move;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox)
    {
        if (string.IsNullOrWhiteSpace(mailbox.Folder))
        {
            yield return "Folder is missing. Set it to the folder that mail is dropped into, for instance \"inbox\".";
        }
        else if (mailbox.Folder.Contains('\0', StringComparison.Ordinal) || File.Exists(mailbox.Folder))
        {
            yield return $"Folder is '{mailbox.Folder}', which is not a folder. Set it to the folder that mail is dropped into, for instance \"inbox\".";
        }

        if (mailbox.InitialImport != InitialImport.All)
        {
            yield return $"InitialImport is {mailbox.InitialImport}, which a folder can't do. Leave it out, and move old files out of the folder.";
        }
    }

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox) => new DropFolderSource(name, mailbox.Folder!, time, logger);
}
