namespace HelpDesk.Email.Mailboxes;

/// <summary>A mail that is committed and whose place must be told.</summary>
/// <param name="JournalId">The row.</param>
/// <param name="Receipt">What its place calls it.</param>
/// <param name="MessageId">Its Message-ID, to find it again by.</param>
/// <param name="ContentHash">The SHA-256 of its octets, to be sure that it is the same.</param>
public sealed record Acknowledgement(long JournalId, MailReceipt Receipt, string MessageId, string ContentHash);
