using System.Collections.Concurrent;
using System.Globalization;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars;

/// <summary>Finds a template in the best language, compiles it once, and renders it.</summary>
internal sealed class HandlebarsTemplateRenderer : ITemplateRenderer
{
    private readonly TemplateSet _templates;
    private readonly RenderLimits _limits;
    private readonly TimeProvider _time;
    private readonly TemplateCompiler _compiler = new();
    private readonly ConcurrentDictionary<TemplateSource, Lazy<CompiledTemplate>> _compiled = new(ReferenceEqualityComparer.Instance);

    public HandlebarsTemplateRenderer(TemplateSet templates, RenderLimits limits, TimeProvider time)
    {
        _templates = templates;
        _limits = limits;
        _time = time;
    }

    public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(culture);
        cancellationToken.ThrowIfCancellationRequested();
        var compiled = Compile(_templates.Find(template, culture));
        if (compiled.IsEmpty)
        {
            return ValueTask.FromResult<RenderedMail?>(null);
        }

        ModelGuard.Check(template, model);
        var budget = new RenderBudget(template, _limits, _time, cancellationToken);
        return ValueTask.FromResult(compiled.Render(model, culture, budget));
    }

    // Lazy keeps the refusal of a template that does not compile too: it is refused each time without being compiled again.
    private CompiledTemplate Compile(TemplateSource source) =>
        _compiled.GetOrAdd(source, static (key, compiler) => new Lazy<CompiledTemplate>(() => compiler.Compile(key)), _compiler).Value;
}
