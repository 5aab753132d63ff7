namespace HelpDesk.Email.Bounces;

/// <summary>The command of RFC 5321 that a server refused.</summary>
internal enum RefusedCommand
{
    /// <summary>The report does not tell.</summary>
    Unknown,

    /// <summary>MAIL: the sender was refused.</summary>
    Mail,

    /// <summary>RCPT: the recipient was refused.</summary>
    Recipient,

    /// <summary>DATA, or the content behind it.</summary>
    Data,
}
