namespace HelpDesk.Email.Templates;

/// <summary>A short name for a value, as help desks have long had them in their templates.</summary>
/// <param name="Form">How it is written first of all; <see cref="MaskForm.Percent"/> and <see cref="MaskForm.Hash"/> may stand for each other.</param>
/// <param name="Name">Its name without the signs around it. <c>*</c> in front is a number, <c>_*</c> at its end an id.</param>
/// <param name="Paths">The values it stands for: the first of them that there is. See <see cref="TemplateVariables"/>.</param>
/// <param name="Meaning">What it writes.</param>
public sealed record TemplateMask(MaskForm Form, string Name, IReadOnlyList<string> Paths, string Meaning)
{
    /// <summary>As it stands in a template, with example values for what is open in its name.</summary>
    public string Written => Form switch
    {
        MaskForm.Percent => $"[%{Name}%]",
        MaskForm.Hash => $"#{Name.Replace("_*", "_17", StringComparison.Ordinal).Replace("*", "3", StringComparison.Ordinal)}#",
        _ => $"#{Name}",
    };
}
