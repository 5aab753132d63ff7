namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>A mail as the server lists it.</summary>
/// <param name="Number">Its number in this session.</param>
/// <param name="Name">What UIDL calls it; <see langword="null"/> where it has no name, or shares it with another mail.</param>
/// <param name="Octets">How long it is by the server's word.</param>
internal sealed record ListedMail(int Number, string? Name, long? Octets);
