using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailboxes;

/// <summary>A mailbox can't be read; the message says which step failed and what to do.</summary>
public sealed class MailboxException : HelpDeskEmailException
{
    private readonly bool _isTransient;

    /// <summary>Makes one.</summary>
    public MailboxException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => _isTransient = isTransient;

    /// <inheritdoc/>
    public override bool IsTransient => _isTransient;
}
