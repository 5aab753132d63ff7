namespace HelpDesk.Email.Storage;

/// <summary>The right to work on a row, for a while.</summary>
/// <param name="Entry">The row as it stood when it was claimed, this attempt counted.</param>
/// <param name="Node">Who holds it.</param>
/// <param name="Fence">Greater with each claim of the row; a commit under an older one is refused.</param>
/// <param name="Alone">Whether it was claimed alone because an attempt before it ended with its process.</param>
public sealed record JournalClaim(JournalEntry Entry, string Node, long Fence, bool Alone);
