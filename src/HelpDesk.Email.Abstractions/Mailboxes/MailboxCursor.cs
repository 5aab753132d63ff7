namespace HelpDesk.Email.Mailboxes;

/// <summary>How far a source has read, in its own words.</summary>
/// <param name="Value">Opaque to everyone else; at most 1 MB.</param>
public readonly record struct MailboxCursor(string Value);
