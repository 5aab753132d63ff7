namespace HelpDesk.Email.Mime;

/// <summary>A draft asks for something that a message can't say. Trying again with the same draft fails again.</summary>
public sealed class MailCompositionException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public MailCompositionException()
    {
    }

    /// <summary>Makes an exception that says what is wrong.</summary>
    public MailCompositionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception that says what is wrong, and why.</summary>
    public MailCompositionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
