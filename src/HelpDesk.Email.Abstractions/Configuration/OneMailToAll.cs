namespace HelpDesk.Email.Configuration;

/// <summary>Whether one mail goes to all who are told the same.</summary>
public enum OneMailToAll
{
    /// <summary>Each has a mail of their own; nobody sees who else is told.</summary>
    Off,

    /// <summary>One mail, all of them in To.</summary>
    To,

    /// <summary>One mail, the first in To and the others in Cc.</summary>
    Cc,
}
