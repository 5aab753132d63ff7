using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Mailboxes;

/// <summary>Makes the sources of one kind, anew whenever the settings of a mailbox change.</summary>
public interface IMailboxSourceFactory
{
    /// <summary>The value of <see cref="MailboxOptions.Kind"/> that means this factory; compared without case.</summary>
    string Kind { get; }

    /// <summary>What is done with committed mail where the mailbox does not say.</summary>
    AfterProcessing DefaultAction { get; }

    /// <summary>Says what is wrong with the settings, each with the key below the mailbox and the fix; nothing when all is well.</summary>
    IEnumerable<string> Validate(MailboxOptions mailbox);

    /// <summary>Makes a source; connects nothing.</summary>
    /// <param name="name">The name of the mailbox.</param>
    /// <param name="mailbox">Its settings.</param>
    IMailboxSource Create(string name, MailboxOptions mailbox);
}
