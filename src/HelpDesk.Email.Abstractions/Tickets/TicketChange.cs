using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>One change of one ticket, applied as a whole or not at all.</summary>
/// <remarks>
/// <see cref="TicketNumber"/> absent makes a ticket; present changes it; <see cref="IsEmpty"/> does neither, see
/// <see cref="Nothing"/>. Immutable.
/// </remarks>
public sealed record TicketChange
{
    /// <summary>Names the operation: the same change applied again has the same id, and must have no second effect.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>Whether this change only asks what became of <see cref="OperationId"/>, and ends it.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The ticket that is changed, or <see langword="null"/> for one that is made.</summary>
    public string? TicketNumber { get; init; }

    /// <summary>The version the ticket must still have, or <see langword="null"/> where it does not matter (pure appends).</summary>
    public string? ExpectedVersion { get; init; }

    /// <summary>The subject of a ticket that is made.</summary>
    public string? Subject { get; init; }

    /// <summary>The requester of a ticket that is made.</summary>
    public EmailAddress? Requester { get; init; }

    /// <summary>The department of a ticket that is made, or the new one of a ticket that is moved; <see langword="null"/> leaves it.</summary>
    public string? Department { get; init; }

    /// <summary>The status afterwards; <see langword="null"/> leaves it (a ticket that is made is then <see cref="TicketStatus.New"/>).</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>The entry that is added, or <see langword="null"/>.</summary>
    public NewTicketEntry? Entry { get; init; }

    /// <summary>Who belongs to the ticket from now on.</summary>
    public IReadOnlyList<EmailAddress> AddParticipants { get; init; } = [];

    /// <summary>Who gets its updates from now on.</summary>
    public IReadOnlyList<EmailAddress> AddSubscribers { get; init; } = [];

    /// <summary>Who does not get its updates any more. Who is added by the same change is not removed.</summary>
    public IReadOnlyList<EmailAddress> RemoveSubscribers { get; init; } = [];

    /// <summary>The type afterwards; <see langword="null"/> leaves it. A store without types passes over it.</summary>
    public string? Type { get; init; }

    /// <summary>The priority afterwards, in the host's own words; <see langword="null"/> leaves it. A store without priorities passes over it.</summary>
    public string? Priority { get; init; }

    /// <summary>The category afterwards; <see langword="null"/> leaves it. A store without categories passes over it.</summary>
    public string? Category { get; init; }

    /// <summary>Who works on it afterwards; <see langword="null"/> leaves it. A store without assignees passes over it.</summary>
    public EmailAddress? Assignee { get; init; }

    /// <summary>Fields of the host's own that get a value, by name; others are left. A store without such fields passes over them.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A ticket that the one that is made follows on, or <see langword="null"/>.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>The change that has no effect but one: what <paramref name="operationId"/> has not done by now, it never will.</summary>
    public static TicketChange Nothing(Guid operationId) => new() { OperationId = operationId, IsEmpty = true };
}
