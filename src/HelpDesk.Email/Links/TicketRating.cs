namespace HelpDesk.Email.Links;

/// <summary>What the requester of a ticket said of it.</summary>
/// <param name="Id">The same however often one page is sent: a rating is taken once.</param>
/// <param name="Value">How content they are.</param>
/// <param name="Comment">What they wrote besides, at most 2,000 characters, or <see langword="null"/>. Plain text of a person: encode it where it is shown.</param>
public sealed record TicketRating(Guid Id, RatingValue Value, string? Comment);
