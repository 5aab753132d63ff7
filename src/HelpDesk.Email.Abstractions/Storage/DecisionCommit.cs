namespace HelpDesk.Email.Storage;

/// <summary>Received to Decided: this and nothing else will be applied. The claim goes on.</summary>
/// <param name="Decision">The decision, in the engine's words.</param>
/// <param name="Trace">The trace so far, in the engine's words.</param>
/// <param name="Reservations">
/// Keys of which no other row may hold one while this decision stands; none for a decision that changes no ticket. When
/// one is taken nothing is written, and <see cref="CommitResult.Holder"/> names the row that has it.
/// </param>
public sealed record DecisionCommit(string Decision, string Trace, IReadOnlyList<string> Reservations) : JournalCommit;
