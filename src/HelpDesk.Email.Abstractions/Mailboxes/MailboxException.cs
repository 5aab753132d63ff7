using HelpDesk.Email.Messages;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Mailboxes;

/// <summary>A mailbox can't be read; the message says which step failed and what to do.</summary>
public sealed class MailboxException : HelpDeskEmailException
{
    private readonly bool _isTransient;

    /// <summary>Makes one.</summary>
    public MailboxException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => _isTransient = isTransient;

    /// <summary>What went wrong, where it is one of the known reasons.</summary>
    public MailFailure Failure { get; init; }

    /// <inheritdoc/>
    public override bool IsTransient => _isTransient;
}
