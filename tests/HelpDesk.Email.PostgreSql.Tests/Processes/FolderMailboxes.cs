using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>Mailboxes whose mails are files, so that several processes see the same ones.</summary>
internal sealed class FolderMailboxes : IMailboxSourceFactory
{
    public string Kind => "Folder";

    public AfterProcessing DefaultAction => AfterProcessing.MarkRead;

    public IEnumerable<string> Validate(MailboxOptions mailbox) => [];

    public IMailboxSource Create(string name, MailboxOptions mailbox) => new FolderMailboxSource(mailbox.Host!);
}
