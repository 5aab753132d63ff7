namespace HelpDesk.Email.Tokens;

/// <summary>What a token that verifies says.</summary>
/// <param name="Ticket">The ticket it was made for.</param>
/// <param name="RecipientTag">A keyed digest of the address it was made for.</param>
/// <param name="KeyId">The key that signed it.</param>
internal sealed record TicketToken(string Ticket, string RecipientTag, string KeyId);
