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
        var ticket = model.GetValueOrDefault("ticket") as IReadOnlyDictionary<string, object?>;
        var subject = Line($"{template}: {ticket?.GetValueOrDefault("subject") as string} {model.GetValueOrDefault("tag") as string}");
        var body = Lines(model.GetValueOrDefault("body") as string ?? string.Empty);
        return ValueTask.FromResult<RenderedMail?>(new RenderedMail(subject, body.Length == 0 ? template : body, null));
    }

    private static string Line(string text) => string.Concat(text.Select(each => char.IsControl(each) || each is '\u2028' or '\u2029' ? ' ' : each)).Trim();

    private static string Lines(string text) =>
        string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(each => !char.IsControl(each) || each is '\n' or '\t'));
}
