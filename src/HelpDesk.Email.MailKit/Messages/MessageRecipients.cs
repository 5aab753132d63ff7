using MimeKit;

namespace HelpDesk.Email.MailKit.Messages;

/// <summary>Whom a message goes to (RFC 5322 sections 3.6.3 and 3.6.6).</summary>
internal static class MessageRecipients
{
    /// <summary>The addresses, each once, members of groups too.</summary>
    public static IReadOnlyList<string> Of(MimeMessage message)
    {
        var resent = message.ResentTo.Mailboxes.Concat(message.ResentCc.Mailboxes).Concat(message.ResentBcc.Mailboxes).ToList();
        var all = resent.Count > 0 ? resent : [.. message.To.Mailboxes, .. message.Cc.Mailboxes, .. message.Bcc.Mailboxes];
        return [.. all.Select(mailbox => mailbox.Address).Where(address => address.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
