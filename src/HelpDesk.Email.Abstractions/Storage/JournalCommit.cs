namespace HelpDesk.Email.Storage;

/// <summary>One transition of a claimed row: the closed set of what can be committed.</summary>
public abstract record JournalCommit
{
    private protected JournalCommit()
    {
    }
}
