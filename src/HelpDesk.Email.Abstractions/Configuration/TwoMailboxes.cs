namespace HelpDesk.Email.Configuration;

/// <summary>What becomes of one mail that came to two mailboxes.</summary>
public enum TwoMailboxes
{
    /// <summary>The first copy is processed, the others are linked to it.</summary>
    First,

    /// <summary>Each mailbox processes its copy.</summary>
    Each,
}
