namespace HelpDesk.Email.Protocols.Listener;

/// <summary>Whether a command has an argument.</summary>
internal enum SmtpArgument
{
    /// <summary>It must have none.</summary>
    None,

    /// <summary>It may have one.</summary>
    Optional,

    /// <summary>It must have one.</summary>
    Required,
}
