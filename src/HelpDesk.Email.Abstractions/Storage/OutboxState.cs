namespace HelpDesk.Email.Storage;

/// <summary>How far a row of the outbox has come.</summary>
public enum OutboxState
{
    /// <summary>Waits to be sent, for the first time or again.</summary>
    Ready,

    /// <summary>Handed to a transport; found in this state again, it is in doubt whether it went out.</summary>
    Sending,

    /// <summary>No recipient is left to try, and at least one accepted it.</summary>
    Sent,

    /// <summary>No recipient is left to try, and none accepted it; or it could not be made.</summary>
    Failed,

    /// <summary>Was not sent because too many went to the same place before it.</summary>
    Throttled,

    /// <summary>It is in doubt whether it went out, and a person decides whether it is sent again.</summary>
    Doubtful,

    /// <summary>Was not sent because its recipients get no mail for a time.</summary>
    Suppressed,

    /// <summary>Was thrown away by a person.</summary>
    Discarded,
}
