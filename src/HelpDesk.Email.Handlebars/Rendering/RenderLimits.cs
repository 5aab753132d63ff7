namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>How much a template may use.</summary>
/// <param name="MaxCharacters">How long a part may become.</param>
/// <param name="MaxTime">For how long a template may be rendered.</param>
internal sealed record RenderLimits(int MaxCharacters, TimeSpan MaxTime)
{
    public static readonly RenderLimits Default = new(4 * 1024 * 1024, TimeSpan.FromSeconds(5));
}
