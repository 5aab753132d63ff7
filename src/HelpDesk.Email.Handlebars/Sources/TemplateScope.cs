namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>For what part of the help desk a template stands.</summary>
/// <param name="Kind">Of the whole, a brand or a department.</param>
/// <param name="Name">The name of the brand or department; else empty.</param>
internal readonly record struct TemplateScope(ScopeKind Kind, string Name)
{
    public static readonly TemplateScope All = new(ScopeKind.All, string.Empty);

    /// <summary>The scope of a path, and the name of its file; <see langword="null"/> for a path that is no template's.</summary>
    public static (TemplateScope Scope, string FileName)? Of(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        return parts switch
        {
            [var file] => (All, file),
            ["departments", var name, var file] => (new TemplateScope(ScopeKind.Department, name.ToUpperInvariant()), file),
            ["brands", var name, var file] => (new TemplateScope(ScopeKind.Brand, name.ToUpperInvariant()), file),
            _ => null,
        };
    }
}
