namespace HelpDesk.Email.Messages;

/// <summary>A store could not be reached or is busy: the work is deferred and nothing counts against the mail.</summary>
/// <remarks>Throw it from an <c>ITicketStore</c>, an <c>IMailStore</c> or an <c>IContactDirectory</c> when a retry may succeed.</remarks>
public sealed class StoreUnavailableException : HelpDeskEmailException
{
    /// <summary>Makes one.</summary>
    public StoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
