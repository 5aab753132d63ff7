using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The numbers of mails, without which nobody can tell them apart.</summary>
internal static class ImapNumbers
{
    /// <summary>The server has none that last.</summary>
    public static MailProtocolException Missing(string server) => new(
        MailFailure.NotSupported, $"IMAP {server}, SELECT: the server has no lasting numbers for the mails of this folder (UIDVALIDITY). Read the mailbox by POP3.", isTransient: false);
}
