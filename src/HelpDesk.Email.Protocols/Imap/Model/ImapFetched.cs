namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>A mail that was fetched.</summary>
/// <typeparam name="TContent">What its reader made of its octets.</typeparam>
/// <param name="Message">What the server told about it.</param>
/// <param name="Content">What was made of its octets; the default where the server gave none (NIL), as for a mail that another client has just removed.</param>
/// <param name="HasContent">Whether the server gave octets.</param>
public sealed record ImapFetched<TContent>(ImapMessage Message, TContent? Content, bool HasContent);
