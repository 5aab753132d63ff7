namespace HelpDesk.Email.Protocols.Listener;

/// <summary>What comes after an answer.</summary>
internal enum SmtpNext
{
    /// <summary>The next command.</summary>
    Command,

    /// <summary>The octets of a mail.</summary>
    Data,

    /// <summary>The end of the connection.</summary>
    Close,
}
