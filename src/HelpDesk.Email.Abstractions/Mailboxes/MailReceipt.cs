namespace HelpDesk.Email.Mailboxes;

/// <summary>What the place a mail came from calls it.</summary>
/// <param name="Key">Unique within the mailbox for ever, for instance folder, UIDVALIDITY and UID; at most 400 characters.</param>
public readonly record struct MailReceipt(string Key);
