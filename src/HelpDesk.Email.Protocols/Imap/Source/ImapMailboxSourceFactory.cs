using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Accounts;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Makes sources by IMAP: <c>Kind</c> is <c>Imap</c>.</summary>
internal sealed class ImapMailboxSourceFactory(ICredentialProvider? secrets, TimeProvider time, ILogger<ImapMailboxSource> log) : IMailboxSourceFactory
{
    private readonly LoginMemories _logins = new();

    /// <inheritdoc/>
    public string Kind => "Imap";

    /// <inheritdoc/>
    public AfterProcessing DefaultAction => AfterProcessing.Move;

    /// <summary>The folder that is read.</summary>
    public static string FolderOf(MailboxOptions mailbox) => string.IsNullOrWhiteSpace(mailbox.Folder) ? "INBOX" : mailbox.Folder;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox)
    {
        foreach (var error in ServerSettings.Validate(mailbox, "imap.example.com"))
        {
            yield return error;
        }

        if (string.IsNullOrEmpty(mailbox.UserName))
        {
            yield return "UserName is missing. Set it to the name that the account logs in with, often its address.";
        }

        if (FolderOf(mailbox).Any(char.IsControl))
        {
            yield return "Folder holds a control character; write the name of the folder alone, for instance INBOX.";
        }

        if ((mailbox.AfterProcessing ?? DefaultAction) == AfterProcessing.Move)
        {
            if (string.IsNullOrWhiteSpace(mailbox.ProcessedFolder) || mailbox.ProcessedFolder.Any(char.IsControl))
            {
                yield return "ProcessedFolder is no name of a folder. Set it to the folder that committed mail is moved to, for instance Processed.";
            }
            else if (string.Equals(mailbox.ProcessedFolder, FolderOf(mailbox), StringComparison.OrdinalIgnoreCase))
            {
                yield return $"ProcessedFolder is '{mailbox.ProcessedFolder}', the folder that is read. Set it to another one, or AfterProcessing to MarkRead or Leave.";
            }
        }
    }

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox) =>
        new ImapMailboxSource(name, new MailAccount($"Mailboxes:{name}", mailbox, DefaultPort, secrets, _logins.Of(name)), mailbox, time, log);

    private static int DefaultPort(MailEncryption encryption) => encryption == MailEncryption.ImplicitTls ? 993 : 143;
}
