namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>The templates that come with this package.</summary>
internal static class EmbeddedTemplates
{
    private const string Prefix = "templates/";

    public static TemplateSet Load()
    {
        var assembly = typeof(EmbeddedTemplates).Assembly;
        return new TemplateSet(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return TemplateFile.Read(name[Prefix.Length..], reader.ReadToEnd());
            }));
    }
}
