namespace HelpDesk.Email.Storage;

/// <summary>Decided to Received: the decision and its reservations go, the next one has a new operation. The claim goes on.</summary>
/// <remarks>Adds one to <see cref="JournalEntry.Conflicts"/>; attempts count on. Only after the ticket store answered <c>Void</c> or <c>Conflict</c> and then <c>Void</c> to an empty change.</remarks>
/// <param name="OperationId">The new operation.</param>
/// <param name="Trace">The trace so far.</param>
public sealed record GiveUpCommit(Guid OperationId, string Trace) : JournalCommit;
