namespace HelpDesk.Email.Checking;

/// <summary>Which way mail goes.</summary>
public enum MailDirection
{
    /// <summary>A mailbox that is read.</summary>
    Incoming,

    /// <summary>An account that sends.</summary>
    Outgoing,
}
