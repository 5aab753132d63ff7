namespace HelpDesk.Email.Configuration;

/// <summary>One outgoing account, below <c>Outgoing:NAME</c>.</summary>
public sealed class OutgoingAccountOptions
{
    /// <summary>How it sends, for instance <c>Pickup</c>.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The folder of a <c>Pickup</c>.</summary>
    public string? Folder { get; set; }

    /// <summary>The address its mail comes from; absent: the mailbox's own.</summary>
    public string? From { get; set; }

    /// <summary>The name beside it; absent: the mailbox's own.</summary>
    public string? DisplayName { get; set; }
}
