using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tickets;

/// <summary>What a ticket store says of one ticket at one moment.</summary>
/// <param name="Number">The number that people see, unique in the store: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>, at most 40.</param>
/// <param name="Subject">The subject of the ticket.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Requester">Who asked.</param>
public sealed record TicketSnapshot(string Number, string Subject, TicketStatus Status, EmailAddress Requester)
{
    /// <summary>Changes with every change of the ticket; compared with <see cref="TicketChange.ExpectedVersion"/>.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>The department of the help desk, or <see langword="null"/> where there are none.</summary>
    public string? Department { get; init; }

    /// <summary>Everybody besides the requester who has written to the ticket, or may answer it, technicians included.</summary>
    public IReadOnlyList<EmailAddress> Participants { get; init; } = [];

    /// <summary>Who gets its updates besides the requester.</summary>
    public IReadOnlyList<EmailAddress> Subscribers { get; init; } = [];

    /// <summary>Who works on it, or <see langword="null"/>.</summary>
    public EmailAddress? Assignee { get; init; }

    /// <summary>Whether it takes no more entries.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The number of the ticket that this one was merged into, or <see langword="null"/>.</summary>
    public string? MergedInto { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was closed; <see langword="null"/> while it is open, and from a store that does not know. Without it nobody is asked how the help was.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The category, or <see langword="null"/>.</summary>
    public string? Category { get; init; }

    /// <summary>The type, or <see langword="null"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The priority in the host's own words, or <see langword="null"/>.</summary>
    public string? Priority { get; init; }

    /// <summary>Fields of the host's own, by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether an address is the requester's, a participant's, a subscriber's or the assignee's.</summary>
    public bool Knows(EmailAddress address) =>
        Requester.Equals(address) || Participants.Contains(address) || Subscribers.Contains(address) || address.Equals(Assignee);
}
