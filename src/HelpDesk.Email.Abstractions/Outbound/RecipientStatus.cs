namespace HelpDesk.Email.Outbound;

/// <summary>What became of a mail for one recipient in one attempt.</summary>
public enum RecipientStatus
{
    /// <summary>The next server is responsible for it now.</summary>
    Accepted,

    /// <summary>Refused for now: try again later.</summary>
    Deferred,

    /// <summary>Refused for good.</summary>
    Rejected,

    /// <summary>The connection broke when the answer to the whole mail was due: it may have gone out.</summary>
    Unknown,
}
