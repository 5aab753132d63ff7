using System.Globalization;
using HelpDesk.Email.Handlebars.Library;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars;

/// <summary>Shows what a template gives before anybody gets it. Nothing is registered or sent; safe on several threads.</summary>
public static class TemplatePreview
{
    /// <summary>Renders a draft as a mail would be, but stricter: every name in it has to be one of ours or one of the model.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="model">The values by name.</param>
    /// <param name="culture">The language of dates, and of the built-in template where there is no draft's text.</param>
    /// <returns><see langword="null"/> when the template is empty: no mail would be sent. A draft without a subject gets that of the built-in template, or an empty one.</returns>
    /// <exception cref="TemplateException">There is no such template, or it can't be compiled or rendered. Of unknown names the message has a line each.</exception>
    public static RenderedMail? Render(TemplateDraft draft, IReadOnlyDictionary<string, object?> model, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(culture);
        var builtIn = EmbeddedTemplates.Load();
        var source = draft.Content is null ? builtIn.Find(Path.GetFileNameWithoutExtension(draft.FileName), culture) : TemplateFile.Read(draft.FileName, draft.Content);
        var compiled = new TemplateLoader(new TemplateCompiler(), builtIn).Compile(source);
        var frame = draft.Master is null ? MailFrame.BuiltIn : MailFrame.Read(new TemplatePart(TemplateLoader.Master, PartKind.Html, draft.Master.ReplaceLineEndings("\n"), 1));
        if (compiled.IsEmpty)
        {
            return null;
        }

        ModelGuard.Check(source.Name, model);
        UnknownNames.Refuse(source.Name, compiled.Unknown.Where(unknown => !UnknownNames.IsIn(model, unknown)));
        return compiled.Render(model, culture, frame, new RenderBudget(source.Name, RenderLimits.Default, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>The text of a built-in template, to be copied into the folder of templates and changed there.</summary>
    /// <param name="template">Its name; see <see cref="TemplateNames"/>.</param>
    /// <param name="culture">The language.</param>
    /// <exception cref="TemplateException">There is no such template.</exception>
    public static string TextOf(string template, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(culture);
        var found = EmbeddedTemplates.Load().Find(template, culture);
        return EmbeddedTemplates.TextOf(found.Language.Length == 0 ? $"{found.Name}.hbs" : $"{found.Name}.{found.Language}.hbs");
    }
}
