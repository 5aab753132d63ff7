namespace HelpDesk.Email.Inbound;

/// <summary>The next step is asked.</summary>
public sealed record ContinueVerdict : StepVerdict
{
    internal ContinueVerdict(string reason)
        : base(reason)
    {
    }
}
