namespace HelpDesk.Email.Inbound;

/// <summary>The mail is refused.</summary>
public sealed record RejectVerdict : StepVerdict
{
    internal RejectVerdict(string reason, string template)
        : base(reason) => Template = template;

    /// <summary>The template that tells the sender.</summary>
    public string Template { get; }
}
