using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>A mail that the host has composed itself, as octets.</summary>
/// <param name="Id">Given by the host, the same however often it hands the mail over: it is taken once.</param>
/// <param name="Content">The octets (RFC 5322). A Bcc field is left out; a missing Message-ID or Date is added, and nothing else is changed.</param>
/// <param name="Recipients">The envelope recipients: who gets it, whatever its header says.</param>
public sealed record ReadyMail(Guid Id, MailContent Content, IReadOnlyList<EmailAddress> Recipients)
{
    /// <summary>The ticket it belongs to, which answers to it join; or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>The envelope sender (RFC 5321), where reports of what can't be delivered go; absent: the address in From.</summary>
    public EmailAddress? ReversePath { get; init; }

    /// <summary>The outgoing account.</summary>
    /// <value>The default is <c>default</c>.</value>
    public string Account { get; init; } = "default";
}
