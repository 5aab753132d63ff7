using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Templates;

/// <summary>Renders every template as its name, the tag and the body: for tests that do not care for words. Safe on any thread.</summary>
public sealed class PlainTemplateRenderer : ITemplateRenderer
{
    /// <inheritdoc/>
    public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(model);
        var ticket = model.TryGetValue("ticket", out var value) ? value as IReadOnlyDictionary<string, object?> : null;
        var subject = $"{template}: {ticket?["subject"]} {(model.TryGetValue("tag", out var tag) ? tag : null)}".Trim();
        var body = model.TryGetValue("body", out var text) ? text as string : null;
        return ValueTask.FromResult<RenderedMail?>(new RenderedMail(subject, string.IsNullOrEmpty(body) ? template : body, null));
    }
}
