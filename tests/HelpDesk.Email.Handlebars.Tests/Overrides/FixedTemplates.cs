using HelpDesk.Email.Handlebars.Sources;

namespace HelpDesk.Email.Handlebars.Tests.Overrides;

/// <summary>A host's own source, as its database would be.</summary>
internal sealed class FixedTemplates : ITemplateSource
{
    private readonly Dictionary<string, string> _texts = [];
    private int _version;

    public string this[string path]
    {
        set
        {
            _texts[path] = value;
            _version++;
        }
    }

    public void Remove(string path)
    {
        _texts.Remove(path);
        _version++;
    }

    public ValueTask<TemplateTexts?> ReadAsync(string? version, CancellationToken cancellationToken) =>
        ValueTask.FromResult(version == $"{_version}" ? null : new TemplateTexts($"{_version}", [.. _texts.Select(text => new TemplateText(text.Key, text.Value))]));
}
