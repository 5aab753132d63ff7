namespace HelpDesk.Email.Storage;

/// <summary>Sets the row back to be claimed later, in the state it has; ends the claim.</summary>
/// <param name="NotBefore">When at the earliest.</param>
/// <param name="Counted">Whether the attempt stays counted; otherwise the count goes back by one.</param>
/// <param name="Trace">The trace so far.</param>
public sealed record ReleaseCommit(DateTimeOffset NotBefore, bool Counted, string Trace) : JournalCommit
{
    /// <summary>Whether the row waits for another one: sets <see cref="JournalEntry.WaitingSince"/> unless it is set; otherwise it is cleared.</summary>
    public bool Waiting { get; init; }

    /// <summary>Whether <see cref="JournalEntry.Conflicts"/> starts at zero again.</summary>
    public bool ResetConflicts { get; init; }
}
