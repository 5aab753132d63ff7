namespace HelpDesk.Email.Records;

/// <summary>What a module did with a change. Immutable.</summary>
/// <param name="Status">How it ended.</param>
public sealed record RecordResult(RecordStatus Status)
{
    /// <summary>The id of the record, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The number of a ticket that the record belongs to, or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>Why nothing was done, in words for an administrator; empty otherwise.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The operation has no effect and never will.</summary>
    public static RecordResult Void { get; } = new(RecordStatus.Void);

    /// <summary>The change stands.</summary>
    /// <param name="id">The id of the record.</param>
    /// <param name="ticket">The number of a ticket that the record belongs to, or <see langword="null"/>.</param>
    public static RecordResult Applied(string id, string? ticket = null) => new(RecordStatus.Applied) { Id = id, Ticket = ticket };

    /// <summary>Nothing was changed, and the mail is kept for a person to look at.</summary>
    /// <param name="reason">Why, in words for an administrator.</param>
    public static RecordResult Refused(string reason) => new(RecordStatus.Refused) { Reason = reason };
}
