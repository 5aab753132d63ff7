using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>What the settings of a mailbox mean by POP3.</summary>
internal static class Pop3MailboxSettings
{
    /// <summary>What is done with committed mail where the settings don't say.</summary>
    public const AfterProcessing DefaultAction = AfterProcessing.Delete;

    /// <summary>The usual port.</summary>
    public static int PortFor(MailEncryption encryption) => encryption == MailEncryption.ImplicitTls ? 995 : 110;

    /// <summary>An account without a user name has no mailbox.</summary>
    public static MailProtocolException NobodyLogsIn(string server) =>
        new(MailFailure.LoginRefused, $"POP3 {server}: there is no user name to log in with.", isTransient: false);

    /// <summary>Says what is wrong with the settings, each with the key and the fix.</summary>
    public static IEnumerable<string> Validate(MailboxOptions mailbox)
    {
        foreach (var error in ServerSettings.Validate(mailbox, "pop.example.com"))
        {
            yield return error;
        }

        if (string.IsNullOrEmpty(mailbox.UserName))
        {
            yield return "UserName is missing. Set it to the name that the account logs in with, often its address.";
        }

        if (mailbox.AfterProcessing is AfterProcessing.Move or AfterProcessing.MarkRead)
        {
            yield return $"AfterProcessing is {mailbox.AfterProcessing}, which POP3 can't do. Set it to Delete or Leave, or Kind to Imap.";
        }

        if (mailbox.InitialImport == InitialImport.Since)
        {
            yield return "InitialImport is Since, and POP3 does not tell when mail came. Set it to All or Now, or Kind to Imap.";
        }

        if (!string.IsNullOrEmpty(mailbox.Folder))
        {
            yield return "Folder is set, and POP3 has no folders. Leave it out, or set Kind to Imap.";
        }
    }
}
