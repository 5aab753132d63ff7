namespace HelpDesk.Email.Templates;

/// <summary>Tells which templates of an administrator can't be used, so that a health check can.</summary>
/// <remarks>In place of each the last good version serves, or the built-in template. Called from several threads at once.</remarks>
public interface ITemplateRefusals
{
    /// <summary>Why, with line and column where there are any; empty when all is well. As of the last mail.</summary>
    IReadOnlyList<TemplateException> Current { get; }
}
