namespace HelpDesk.Email.Storage;

/// <summary>How much of the octets of the journal may be kept; what is left out does not limit.</summary>
public sealed record ContentLimits
{
    /// <summary>Octets that were received before this go.</summary>
    public DateTimeOffset? ReceivedBefore { get; init; }

    /// <summary>How many contents may be kept; octets that rows share count once.</summary>
    public long? Count { get; init; }

    /// <summary>How many octets may be kept in all.</summary>
    public long? Octets { get; init; }
}
