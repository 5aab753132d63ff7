namespace HelpDesk.Email.Outbound;

/// <summary>What became of a mail for one recipient.</summary>
/// <param name="Address">The recipient, as it was given.</param>
/// <param name="Status">What became of it.</param>
/// <param name="EnhancedStatusCode">The code of RFC 3463, for instance <c>5.1.1</c>, or <see langword="null"/>.</param>
/// <param name="Reply">The server's words, or ours, on one line; <see langword="null"/> when there is nothing to say.</param>
public sealed record RecipientResult(string Address, RecipientStatus Status, string? EnhancedStatusCode = null, string? Reply = null);
