namespace HelpDesk.Email.Storage;

/// <summary>The right to deliver a mail, for a while.</summary>
/// <param name="Entry">The row as it stood when it was claimed.</param>
/// <param name="Node">Who holds it.</param>
/// <param name="Fence">Greater with each claim of the row.</param>
/// <param name="InDoubt">Whether it was found in <see cref="OutboxState.Sending"/>: an earlier attempt may have gone out.</param>
public sealed record OutboxClaim(OutboxEntry Entry, string Node, long Fence, bool InDoubt);
