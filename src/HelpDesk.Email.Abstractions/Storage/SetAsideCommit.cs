namespace HelpDesk.Email.Storage;

/// <summary>From Ready or Sending to an end without being handed to a transport, or without being handed to one again; ends the claim.</summary>
/// <param name="State"><see cref="OutboxState.Failed"/>, <see cref="OutboxState.Suppressed"/> or <see cref="OutboxState.Doubtful"/>; any other is refused.</param>
/// <param name="Recipients">All recipients of the row as they stand now.</param>
/// <param name="Reason">Why; becomes <see cref="OutboxEntry.LastError"/>.</param>
public sealed record SetAsideCommit(OutboxState State, IReadOnlyList<OutboxRecipient> Recipients, string Reason) : OutboxCommit;
