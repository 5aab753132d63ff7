namespace HelpDesk.Email.Storage;

/// <summary>How a commit ended.</summary>
public enum CommitStatus
{
    /// <summary>It stands.</summary>
    Committed,

    /// <summary>The claim no longer holds, or the row is in another state: nothing was written, and nothing more may be done with the row.</summary>
    ClaimLost,

    /// <summary>A reservation is another row's: nothing was written.</summary>
    ReservationTaken,
}
