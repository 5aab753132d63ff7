using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region mailbox-source-factory
internal sealed class TableMailboxSourceFactory(TableInbox inbox, TimeProvider time) : IMailboxSourceFactory
{
    public string Kind => "Table";

    public AfterProcessing DefaultAction => AfterProcessing.MarkRead;

    public IEnumerable<string> Validate(MailboxOptions mailbox)
    {
        if (mailbox.AfterProcessing == AfterProcessing.Move)
        {
            yield return "AfterProcessing is Move, and a table has no folders; write MarkRead, Delete or Leave.";
        }

        if (mailbox.InitialImport == InitialImport.Since)
        {
            yield return "InitialImport is Since, and the table doesn't know when its mails came; write All or Now.";
        }
    }

    public IMailboxSource Create(string name, MailboxOptions mailbox) => new TableMailboxSource(inbox, time);
}
#endregion
