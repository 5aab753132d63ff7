namespace HelpDesk.Email.InMemory;

/// <summary>How an <see cref="InMemoryTicketStore"/> numbers its tickets.</summary>
public sealed record InMemoryTicketStoreOptions
{
    /// <summary>The number of the first ticket; each further one is greater by one.</summary>
    /// <value>The default is 1000.</value>
    public long FirstNumber { get; init; } = 1000;

    /// <summary>What stands before each number, for instance <c>HD-</c>: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>.</summary>
    /// <value>The default is empty.</value>
    public string NumberPrefix { get; init; } = string.Empty;
}
