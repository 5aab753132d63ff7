using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Imap.Source;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>Makes sources by IMAP over the library: <c>Kind</c> is <c>Imap</c>.</summary>
internal sealed class MailKitImapSourceFactory(ICredentialProvider? secrets, TimeProvider time, ILogger<MailKitImapSourceFactory> log) : IMailboxSourceFactory
{
    private readonly LoginMemories _logins = new();

    /// <inheritdoc/>
    public string Kind => "Imap";

    /// <inheritdoc/>
    public AfterProcessing DefaultAction => ImapMailboxSettings.DefaultAction;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox) => ImapMailboxSettings.Validate(mailbox);

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox)
    {
        var account = new MailAccount($"Mailboxes:{name}", mailbox, ImapMailboxSettings.PortFor, secrets, _logins.Of(name));
        return new ImapMailboxSource(name, account, new MailKitInboxDoor(account, ImapMailboxSettings.FolderOf(mailbox), time, log), mailbox, time, log);
    }
}
