namespace HelpDesk.Email.Pipeline;

/// <summary>Says, also to other threads, what a row is in at the moment.</summary>
internal sealed class StepInHand
{
    private volatile string _name = string.Empty;

    public string Name
    {
        get => _name;
        set => _name = value;
    }
}
