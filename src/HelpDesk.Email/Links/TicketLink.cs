using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Links;

/// <summary>What a signed link says.</summary>
/// <param name="Id">Names the link: the same every time it is read.</param>
/// <param name="Purpose">What it was made for.</param>
/// <param name="Ticket">The ticket's number.</param>
/// <param name="Address">Whom it was made for.</param>
/// <param name="IssuedAt">When it was made, to the second.</param>
/// <param name="ExpiresAt">When it ends, or <see langword="null"/> for one that does not.</param>
public sealed record TicketLink(Guid Id, LinkPurpose Purpose, string Ticket, EmailAddress Address, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt);
