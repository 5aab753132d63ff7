using System.Globalization;
using HandlebarsDotNet;
using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>A template that is ready to render. Immutable; serves all threads.</summary>
internal sealed class CompiledTemplate(string name, string language)
{
    public HandlebarsTemplate<TextWriter, object, object>? Subject { get; init; }

    public HandlebarsTemplate<TextWriter, object, object>? Text { get; init; }

    public HandlebarsTemplate<TextWriter, object, object>? Html { get; init; }

    /// <summary>Names that no table knows: masks that the model has to have, and variables that may be absent.</summary>
    public IReadOnlyList<UnknownName> Unknown { get; init; } = [];

    public bool IsEmpty => Text is null && Html is null;

    /// <param name="model">The values.</param>
    /// <param name="culture">The language of dates and numbers.</param>
    /// <param name="frame">What stands around the HTML; <see langword="null"/> for no HTML.</param>
    /// <param name="budget">What it may use.</param>
    /// <returns><see langword="null"/> when the text comes out empty.</returns>
    public RenderedMail? Render(IReadOnlyDictionary<string, object?> model, CultureInfo culture, MailFrame? frame, RenderBudget budget)
    {
        if (Unknown.Count > 0)
        {
            UnknownNames.Refuse(name, Unknown.Where(unknown => unknown.IsMask && !UnknownNames.IsIn(model, unknown)));
        }

        using var writer = new RenderWriter(culture, budget);
        try
        {
            // The HTML last, so that it goes from the buffer into its frame without a copy between.
            var subject = Subject is null ? string.Empty : PlainOutput.Line(Write(Subject, writer, model));
            var text = Text is null ? null : PlainOutput.Text(Write(Text, writer, model));
            var html = Html is null || (frame is null && text is not null) ? [] : Write(Html, writer, model);
            text ??= PlainOutput.Text(HtmlText.Of(html.ToString()));
            return text.Length == 0 ? null : new RenderedMail(subject, text, Html is null ? null : frame?.Around(html, language));
        }
        catch (Exception e) when (e is not (TemplateException or OperationCanceledException or OutOfMemoryException))
        {
            // Whatever the library throws over a template of an administrator is that template's failure, not the engine's.
            throw new TemplateException($"Template '{name}' can't be rendered: {e.Message}", name, innerException: e);
        }
    }

    private static ReadOnlySpan<char> Write(HandlebarsTemplate<TextWriter, object, object> part, RenderWriter writer, IReadOnlyDictionary<string, object?> model)
    {
        writer.Clear();
        part(writer, model, null!);
        return writer.Written;
    }
}
