namespace HelpDesk.Email.Messages;

/// <summary>The root of every exception that HelpDesk.Email throws by itself.</summary>
/// <remarks>Expected outcomes (a refused recipient, a duplicate mail) are values. An exception is a broken promise.</remarks>
public abstract class HelpDeskEmailException : Exception
{
    /// <summary>Makes one with a message that names what to do.</summary>
    protected HelpDeskEmailException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may succeed later without anybody changing anything.</summary>
    public abstract bool IsTransient { get; }
}
