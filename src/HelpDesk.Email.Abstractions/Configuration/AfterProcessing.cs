namespace HelpDesk.Email.Configuration;

/// <summary>What happens to a mail in its mailbox once its row is committed.</summary>
public enum AfterProcessing
{
    /// <summary>Nothing.</summary>
    Leave,

    /// <summary>It is marked as read.</summary>
    MarkRead,

    /// <summary>It is moved to the folder of processed mail.</summary>
    Move,

    /// <summary>It is deleted.</summary>
    Delete,
}
