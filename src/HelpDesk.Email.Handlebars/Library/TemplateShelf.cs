using System.Collections.Frozen;
using System.Globalization;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Library;

/// <summary>The templates of administrators at one time. Immutable.</summary>
internal sealed class TemplateShelf
{
    public static readonly TemplateShelf Empty = new(null, []);

    private readonly FrozenDictionary<TemplateKey, LoadedTemplate> _byKey;

    public TemplateShelf(string? version, IReadOnlyList<LoadedTemplate> templates)
    {
        Version = version;
        ByPath = templates.ToFrozenDictionary(template => template.Text.Path, StringComparer.Ordinal);
        _byKey = templates
            .Where(template => template.Key is not null && (template.Template is not null || template.Frame is not null))
            .GroupBy(template => template.Key!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.First());
        Refusals = [.. templates.Select(template => template.Refusal).OfType<TemplateException>()];
    }

    public string? Version { get; }

    public FrozenDictionary<string, LoadedTemplate> ByPath { get; }

    public IReadOnlyList<TemplateException> Refusals { get; }

    /// <summary>The template for the department, else for the brand, else for all; of each in the best language. A template without a language is for every one.</summary>
    public LoadedTemplate? Find(string name, CultureInfo culture, string? department, string? brand)
    {
        if (_byKey.Count == 0)
        {
            return null;
        }

        return (department is null ? null : Find(new TemplateScope(ScopeKind.Department, department.ToUpperInvariant()), name, culture))
            ?? (brand is null ? null : Find(new TemplateScope(ScopeKind.Brand, brand.ToUpperInvariant()), name, culture))
            ?? Find(TemplateScope.All, name, culture);
    }

    private LoadedTemplate? Find(TemplateScope scope, string name, CultureInfo culture)
    {
        for (var wanted = culture; ; wanted = wanted.Parent)
        {
            if (_byKey.TryGetValue(TemplateKey.Of(scope, name, wanted.Name), out var found))
            {
                return found;
            }

            if (wanted.Name.Length == 0)
            {
                return null;
            }
        }
    }
}
