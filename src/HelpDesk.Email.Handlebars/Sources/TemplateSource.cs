namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>A template in one language, as it was written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Language">The name of its culture, or empty for the neutral one.</param>
/// <param name="Subject">The subject, or <see langword="null"/>.</param>
/// <param name="Text">The plain text, or <see langword="null"/>.</param>
/// <param name="Html">The HTML, or <see langword="null"/>.</param>
internal sealed record TemplateSource(string Name, string Language, TemplatePart? Subject, TemplatePart? Text, TemplatePart? Html)
{
    /// <summary>Whether there is nothing to say: no mail is wanted.</summary>
    public bool IsEmpty => IsBlank(Text) && IsBlank(Html);

    public static bool IsBlank(TemplatePart? part) => part is null || string.IsNullOrWhiteSpace(part.Text);
}
