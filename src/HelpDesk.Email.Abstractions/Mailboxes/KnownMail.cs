namespace HelpDesk.Email.Mailboxes;

/// <summary>A mail of a mailbox that is committed.</summary>
/// <param name="Octets">How many octets it has.</param>
/// <param name="ContentHash">The SHA-256 of its octets, as 64 lower-case hexadecimal digits.</param>
public sealed record KnownMail(long Octets, string ContentHash)
{
    /// <summary>The receipt that it was committed under: one with the numbers of now is of another mail that lies there too.</summary>
    /// <value>The default is empty: not known.</value>
    public string Receipt { get; init; } = string.Empty;
}
