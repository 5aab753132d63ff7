using HelpDesk.Email.Handlebars;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email;

/// <summary>Chooses Handlebars as the language of templates.</summary>
public static class HandlebarsBuilderExtensions
{
    /// <summary>Makes the words of mails with Handlebars, from the templates that come with this package (English and German).</summary>
    /// <remarks>
    /// <para>A template is one file with a subject, a text and an HTML part; its language is chosen by culture, then by the
    /// culture's parents, and English is what is left. Compiled once, at first use.</para>
    /// <para>Values come out raw in subject and text and encoded in HTML; <c>{{safeHtml bodyHtml}}</c> is the one way to
    /// insert HTML, and only the value of that name, which is the engine's own sanitised output, goes through it.</para>
    /// <para>Calling it again changes nothing; another renderer that is registered later wins.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UseHandlebarsTemplates(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer>(services => new HandlebarsTemplateRenderer(
            EmbeddedTemplates.Load(),
            RenderLimits.Default,
            services.GetService<TimeProvider>() ?? TimeProvider.System)));
        return builder;
    }
}
