namespace HelpDesk.Email.Storage;

/// <summary>What an append did.</summary>
public enum AppendStatus
{
    /// <summary>A new row that waits to be processed.</summary>
    Added,

    /// <summary>A new row that is finished already: equal octets came to the mailbox within the window.</summary>
    Duplicate,

    /// <summary>No new row: the receipt is known.</summary>
    Known,
}
