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
    public AfterProcessing DefaultAction => ImapMailboxSettings.DefaultAction;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox) => ImapMailboxSettings.Validate(mailbox);

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox)
    {
        var account = new MailAccount($"Mailboxes:{name}", mailbox, ImapMailboxSettings.PortFor, secrets, _logins.Of(name));
        return new ImapMailboxSource(name, account, new OwnInboxDoor(account, ImapMailboxSettings.FolderOf(mailbox), time, log), mailbox, time, log);
    }
}
