namespace HelpDesk.Email.Storage;

/// <summary>One transition of a claimed row of the outbox: the closed set of what can be committed.</summary>
public abstract record OutboxCommit
{
    private protected OutboxCommit()
    {
    }
}
