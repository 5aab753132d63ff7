using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Mailboxes;

/// <summary>A mail in a mailbox in memory.</summary>
/// <param name="Uid">Its number, ascending, never used again.</param>
/// <param name="Content">Its octets.</param>
/// <param name="IsRead">Whether it was marked as read.</param>
public sealed record InMemoryMailboxMail(long Uid, MailContent Content, bool IsRead = false);
