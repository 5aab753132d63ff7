using System.Collections.Concurrent;
using System.Globalization;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Handlebars.Library;

/// <summary>All templates: those of administrators, which are looked at anew before each mail, and the built-in ones behind them.</summary>
internal sealed class TemplateLibrary : ITemplateRefusals
{
    private readonly TemplateSet _builtIn;
    private readonly ITemplateSource? _source;
    private readonly ILogger _log;
    private readonly TemplateLoader _loader;
    private readonly ConcurrentDictionary<TemplateSource, Lazy<CompiledTemplate>> _compiled = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _lock = new();
    private volatile TemplateShelf _shelf = TemplateShelf.Empty;

    public TemplateLibrary(TemplateSet builtIn, ITemplateSource? source, ILogger log)
    {
        _builtIn = builtIn;
        _source = source;
        _log = log;
        _loader = new TemplateLoader(new TemplateCompiler(), builtIn);
    }

    public IReadOnlyList<TemplateException> Current => _shelf.Refusals;

    /// <summary>What is there now.</summary>
    public async ValueTask<TemplateShelf> ReadAsync(CancellationToken cancellationToken)
    {
        if (_source is null)
        {
            return _shelf;
        }

        var texts = await _source.ReadAsync(_shelf.Version, cancellationToken).ConfigureAwait(false);
        return texts is null ? _shelf : Take(texts);
    }

    /// <summary>The template for a mail.</summary>
    /// <exception cref="TemplateException">There is none, or it does not compile.</exception>
    public CompiledTemplate Find(TemplateShelf shelf, string name, CultureInfo culture, string? department, string? brand) =>
        shelf.Find(name, culture, department, brand)?.Template ?? Compile(_builtIn.Find(name, culture));

    private TemplateShelf Take(TemplateTexts texts)
    {
        lock (_lock)
        {
            if (_shelf.Version == texts.Version)
            {
                return _shelf;
            }

            var before = _shelf;
            List<LoadedTemplate> loaded = [.. texts.Texts.Select(text => _loader.Load(text, before.ByPath.GetValueOrDefault(text.Path)))];
            _shelf = new TemplateShelf(texts.Version, loaded);
            Tell(before, loaded);
            return _shelf;
        }
    }

    private void Tell(TemplateShelf before, List<LoadedTemplate> loaded)
    {
        foreach (var template in loaded.Where(template => !ReferenceEquals(before.ByPath.GetValueOrDefault(template.Text.Path), template)))
        {
            if (template.Refusal is { } refusal)
            {
                TemplateLog.Refused(_log, refusal.Message);
            }
            else if (template.Key is null)
            {
                TemplateLog.Misplaced(_log, template.Text.Path);
            }
            else
            {
                TemplateLog.InEffect(_log, template.Text.Path);
            }
        }

        foreach (var gone in before.ByPath.Keys.Except(loaded.Select(template => template.Text.Path)))
        {
            TemplateLog.Gone(_log, gone);
        }
    }

    // Lazy keeps the refusal of a template that does not compile too: it is refused each time without being compiled again.
    private CompiledTemplate Compile(TemplateSource source) =>
        _compiled.GetOrAdd(source, static (key, loader) => new Lazy<CompiledTemplate>(() => loader.CompileWhole(key)), _loader).Value;
}
