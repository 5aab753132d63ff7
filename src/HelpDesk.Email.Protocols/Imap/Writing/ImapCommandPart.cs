namespace HelpDesk.Email.Protocols.Imap.Writing;

/// <summary>A piece of a command up to a literal or to its end.</summary>
/// <param name="Text">The text.</param>
/// <param name="Logged">What the log may have of it; <see langword="null"/> for all.</param>
/// <param name="Literal">The literal after it; <see langword="null"/> at the end of the command.</param>
internal sealed record ImapCommandPart(string Text, string? Logged, byte[]? Literal);
