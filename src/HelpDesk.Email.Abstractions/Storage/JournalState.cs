namespace HelpDesk.Email.Storage;

/// <summary>How far a row of the journal has come.</summary>
public enum JournalState
{
    /// <summary>Committed; nothing is decided, or a decision was given up.</summary>
    Received,

    /// <summary>A decision is committed and may have been applied; it alone is applied from now on.</summary>
    Decided,

    /// <summary>The ticket store's result is committed; what follows from it is not yet.</summary>
    Applied,

    /// <summary>Done: <see cref="JournalEntry.Outcome"/> says what became of it.</summary>
    Finished,
}
