namespace HelpDesk.Email.Storage;

/// <summary>A Message-ID and the ticket it belongs to.</summary>
/// <param name="MessageId">With angle brackets.</param>
/// <param name="Ticket">The ticket's number.</param>
public sealed record IndexedMessage(string MessageId, string Ticket);
