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
    public AfterProcessing DefaultAction => AfterProcessing.Delete;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox)
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

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox) =>
        new Pop3MailboxSource(name, new MailAccount($"Mailboxes:{name}", mailbox, DefaultPort, secrets, _logins.Of(name)), time, log);

    private static int DefaultPort(MailEncryption encryption) => encryption == MailEncryption.ImplicitTls ? 995 : 110;
}
