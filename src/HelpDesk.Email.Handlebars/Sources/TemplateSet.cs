using System.Collections.Frozen;
using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>The templates that there are, by name and language. Immutable.</summary>
internal sealed class TemplateSet
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, TemplateSource>> _byName;

    public TemplateSet(IEnumerable<TemplateSource> templates) =>
        _byName = templates
            .GroupBy(template => template.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.ToFrozenDictionary(template => template.Language, StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The template in exactly that language, else the neutral one, or <see langword="null"/>.</summary>
    public TemplateSource? FindOrDefault(string name, string language) =>
        _byName.TryGetValue(name, out var languages) ? languages.GetValueOrDefault(language) ?? languages.GetValueOrDefault(string.Empty) : null;

    /// <summary>The template in the culture, else in the nearest of its parents, else the neutral one.</summary>
    public TemplateSource Find(string name, CultureInfo culture)
    {
        if (!_byName.TryGetValue(name, out var languages))
        {
            throw new TemplateException($"There is no template '{name}'. There are: {string.Join(", ", Names)}.", name);
        }

        for (var wanted = culture; ; wanted = wanted.Parent)
        {
            if (languages.TryGetValue(wanted.Name, out var found))
            {
                return found;
            }

            if (wanted.Name.Length == 0)
            {
                throw new TemplateException(
                    $"Template '{name}' exists neither for '{culture.Name}' nor neutrally, only for: {string.Join(", ", languages.Keys.Order(StringComparer.Ordinal))}.", name);
            }
        }
    }
}
