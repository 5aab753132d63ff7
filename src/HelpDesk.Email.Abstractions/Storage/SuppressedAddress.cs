namespace HelpDesk.Email.Storage;

/// <summary>An address that gets no mail for a time.</summary>
/// <param name="Address">The address in lower case.</param>
/// <param name="Until">Until when.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SuppressedAddress(string Address, DateTimeOffset Until, string Reason)
{
    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The mail whose report said so, or <see langword="null"/>.</summary>
    public long? OutboxId { get; init; }
}
