using System.Globalization;
using HandlebarsDotNet;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>A template that is ready to render. Immutable; serves all threads.</summary>
internal sealed class CompiledTemplate
{
    public static readonly CompiledTemplate Empty = new();

    private readonly string _name = string.Empty;
    private readonly HandlebarsTemplate<TextWriter, object, object>? _subject;
    private readonly HandlebarsTemplate<TextWriter, object, object>? _text;
    private readonly HandlebarsTemplate<TextWriter, object, object>? _html;

    public CompiledTemplate(
        string name,
        HandlebarsTemplate<TextWriter, object, object> subject,
        HandlebarsTemplate<TextWriter, object, object> text,
        HandlebarsTemplate<TextWriter, object, object>? html)
    {
        _name = name;
        _subject = subject;
        _text = text;
        _html = html;
    }

    private CompiledTemplate()
    {
    }

    public bool IsEmpty => _subject is null;

    /// <returns><see langword="null"/> when the text comes out empty.</returns>
    public RenderedMail? Render(IReadOnlyDictionary<string, object?> model, CultureInfo culture, RenderBudget budget)
    {
        using var writer = new RenderWriter(culture, budget);
        try
        {
            _text!(writer, model, null!);
            var text = PlainOutput.Text(writer.Written);
            if (text.Length == 0)
            {
                return null;
            }

            writer.Clear();
            _subject!(writer, model, null!);
            var subject = PlainOutput.Line(writer.Written);
            writer.Clear();
            _html?.Invoke(writer, model, null!);
            return new RenderedMail(subject, text, _html is null ? null : writer.Written.ToString());
        }
        catch (Exception e) when (e is not (TemplateException or OperationCanceledException or OutOfMemoryException))
        {
            // Whatever the library throws over a template of an administrator is that template's failure, not the engine's.
            throw new TemplateException($"Template '{_name}' can't be rendered: {e.Message}", _name, innerException: e);
        }
    }
}
