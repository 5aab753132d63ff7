namespace HelpDesk.Email.Mime;

/// <summary>What became of a message for one recipient (RFC 3464 section 2.3.3).</summary>
public enum DeliveryAction
{
    /// <summary>Nothing known was said.</summary>
    Unknown,

    /// <summary>It could not be delivered, and will not be.</summary>
    Failed,

    /// <summary>It could not be delivered yet.</summary>
    Delayed,

    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It was passed on to a system that sends no reports.</summary>
    Relayed,

    /// <summary>It was delivered to a list and passed on from there.</summary>
    Expanded,
}
