using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Accounts;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>What the settings of a mailbox mean by IMAP.</summary>
internal static class ImapMailboxSettings
{
    /// <summary>What is done with committed mail where the settings don't say.</summary>
    public const AfterProcessing DefaultAction = AfterProcessing.Move;

    /// <summary>The folder that is read.</summary>
    public static string FolderOf(MailboxOptions mailbox) => string.IsNullOrWhiteSpace(mailbox.Folder) ? "INBOX" : mailbox.Folder;

    /// <summary>The usual port.</summary>
    public static int PortFor(MailEncryption encryption) => encryption == MailEncryption.ImplicitTls ? 993 : 143;

    /// <summary>Says what is wrong with the settings, each with the key and the fix.</summary>
    public static IEnumerable<string> Validate(MailboxOptions mailbox)
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
}
