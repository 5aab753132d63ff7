using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>A mail that the host composed, as it stands in the journal beside its octets.</summary>
internal sealed record StoredReadyMail(string MessageId, string Subject, IReadOnlyList<EmailAddress> Recipients, EmailAddress ReversePath, string Account, string? Ticket);
