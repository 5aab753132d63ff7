namespace HelpDesk.Email.Messages;

/// <summary>Settings or registrations can't work together; the message names the key or the call, and the fix.</summary>
public sealed class HelpDeskConfigurationException : HelpDeskEmailException
{
    /// <summary>Makes one.</summary>
    public HelpDeskConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;
}
