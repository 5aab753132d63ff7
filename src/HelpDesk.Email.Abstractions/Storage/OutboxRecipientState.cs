namespace HelpDesk.Email.Storage;

/// <summary>How far one recipient of an outgoing mail has come.</summary>
public enum OutboxRecipientState
{
    /// <summary>To be tried.</summary>
    Pending,

    /// <summary>The next server took it.</summary>
    Accepted,

    /// <summary>Refused for good, or tried for too long.</summary>
    Failed,

    /// <summary>Not tried, because the address gets no mail for a time.</summary>
    Suppressed,
}
