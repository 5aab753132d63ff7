using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Accounts;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>Makes sources by POP3: <c>Kind</c> is <c>Pop3</c>.</summary>
internal sealed class Pop3MailboxSourceFactory(ICredentialProvider? secrets, TimeProvider time, ILogger<Pop3MailboxSource> log) : IMailboxSourceFactory
{
    private readonly LoginMemories _logins = new();

    /// <inheritdoc/>
    public string Kind => "Pop3";

    /// <inheritdoc/>
    public AfterProcessing DefaultAction => Pop3MailboxSettings.DefaultAction;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox) => Pop3MailboxSettings.Validate(mailbox);

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox)
    {
        var account = new MailAccount($"Mailboxes:{name}", mailbox, Pop3MailboxSettings.PortFor, secrets, _logins.Of(name));
        return new Pop3MailboxSource(name, account, new OwnMaildropDoor(account, time, log), time, log);
    }
}
