using System.Globalization;
using HelpDesk.Email.Handlebars.Library;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars;

/// <summary>Finds the template for a mail, compiled once, and renders it within its master.</summary>
internal sealed class HandlebarsTemplateRenderer(
    TemplateLibrary library, MailFrame frame, Func<bool> plainTextOnly, RenderLimits limits, TimeProvider time) : ITemplateRenderer
{
    public async ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(culture);
        cancellationToken.ThrowIfCancellationRequested();
        var shelf = await library.ReadAsync(cancellationToken).ConfigureAwait(false);
        var department = ModelValues.At(model, "ticket.department") as string;
        var brand = ModelValues.At(model, "helpDesk.brand") as string;
        var compiled = library.Find(shelf, template, culture, department, brand);
        if (compiled.IsEmpty)
        {
            return null;
        }

        ModelGuard.Check(template, model);
        var around = plainTextOnly() ? null : shelf.Find(TemplateLoader.Master, culture, department, brand)?.Frame ?? frame;
        return compiled.Render(model, culture, around, new RenderBudget(template, limits, time, cancellationToken));
    }
}
