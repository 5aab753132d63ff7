namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>How a string begins; both members are <see langword="null"/> for NIL.</summary>
/// <param name="Quoted">The octets of a string that is no literal.</param>
/// <param name="Literal">The length of a literal, whose octets come next.</param>
internal readonly record struct ImapStringHead(byte[]? Quoted, long? Literal);
