using HelpDesk.Email.Handlebars.Sources;

namespace HelpDesk.Email.Handlebars.Library;

/// <summary>By what a template is found.</summary>
/// <param name="Scope">For what part of the help desk.</param>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Language">Its culture, in lower case; empty for all.</param>
internal readonly record struct TemplateKey(TemplateScope Scope, string Name, string Language)
{
    public static TemplateKey Of(TemplateScope scope, string name, string language) => new(scope, name.ToLowerInvariant(), language.ToLowerInvariant());
}
