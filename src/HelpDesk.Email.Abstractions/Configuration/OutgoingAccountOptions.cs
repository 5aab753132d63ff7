namespace HelpDesk.Email.Configuration;

/// <summary>One outgoing account, below <c>Outgoing:NAME</c>.</summary>
public sealed class OutgoingAccountOptions
{
    /// <summary>How it sends, for instance <c>Pickup</c>.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The folder of a <c>Pickup</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>The address its mail comes from; absent: the mailbox's own.</summary>
    public string? From { get; init; }

    /// <summary>The name beside it; absent: the mailbox's own.</summary>
    public string? DisplayName { get; init; }
}
