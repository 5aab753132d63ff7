namespace HelpDesk.Email.Inbound;

/// <summary>The one sentence that says what a step decides; printed by <c>DescribePipeline()</c>.</summary>
/// <param name="sentence">The sentence.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepDescriptionAttribute(string sentence) : Attribute
{
    /// <summary>The sentence.</summary>
    public string Sentence { get; } = sentence;
}
