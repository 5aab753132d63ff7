namespace HelpDesk.Email.Mime;

/// <summary>One mailbox of an address list (RFC 5322 section 3.4). Holds no control characters.</summary>
/// <param name="Address">The address as <c>local@domain</c>, its case kept; null when no address could be read.</param>
/// <param name="Name">The decoded display name, or null; where <paramref name="Address"/> is null, what stood there instead.</param>
public sealed record MailAddressBox(string? Address, string? Name)
{
    /// <inheritdoc/>
    public override string ToString() => (Address, Name) switch
    {
        (null, _) => Name ?? "",
        (_, null) => Address,
        _ => $"{Name} <{Address}>",
    };
}
