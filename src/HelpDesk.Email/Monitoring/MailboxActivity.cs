namespace HelpDesk.Email.Monitoring;

/// <summary>What the monitor does with a mailbox at the moment.</summary>
public enum MailboxActivity
{
    /// <summary>It was not looked at yet.</summary>
    Starting,

    /// <summary>It is being read.</summary>
    Looking,

    /// <summary>All is well; the monitor waits for mail, or for the next look.</summary>
    Waiting,

    /// <summary>The last look failed; another one follows by itself.</summary>
    Failing,

    /// <summary>Five looks in a row failed: the pauses have become long. Another look follows by itself, or at once by hand.</summary>
    Suspended,

    /// <summary>Another process reads it.</summary>
    HeldElsewhere,

    /// <summary>It was stopped by hand, and is until it is started by hand or the process ends.</summary>
    Stopped,
}
