using HelpDesk.Email.Configuration;
using HelpDesk.Email.Handlebars;
using HelpDesk.Email.Handlebars.Library;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email;

/// <summary>Chooses Handlebars as the language of templates.</summary>
public static class HandlebarsBuilderExtensions
{
    /// <summary>Makes the words of mails with Handlebars, from the templates that come with this package (English and German).</summary>
    /// <remarks>
    /// <para>A template is one file with a subject, a text and an HTML part; its language is chosen by culture, then by the
    /// culture's parents, and English is what is left. Compiled once, at first use. Those in the folder of the setting
    /// <c>Templates:Folder</c>, or of an <see cref="ITemplateSource"/> of the host's own, go first, and count from the next
    /// mail on when they are changed; one that is broken is refused, and what stood there before serves.</para>
    /// <para>Masks (<c>[%Subject%]</c>, <c>#Subject#</c>) may stand for values; see <see cref="TemplateMasks"/>. HTML is limited
    /// to what mail can show: no scripts, forms, frames, event handlers or remote styles.</para>
    /// <para>Values come out raw in subject and text and encoded in HTML; <c>{{safeHtml bodyHtml}}</c> is the one way to
    /// insert HTML, and only the values of that name (and <c>report.html</c>), the engine's own sanitised output, go through it.</para>
    /// <para>Calling it again changes nothing; another renderer that is registered later wins.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UseHandlebarsTemplates(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton<ITemplateSource>(provider => new TemplateFolder(Options(provider), TimeProvider.System));
        services.TryAddSingleton(provider => new TemplateLibrary(
            EmbeddedTemplates.Load(),
            provider.GetRequiredService<ITemplateSource>(),
            provider.GetService<ILogger<TemplateLibrary>>() ?? NullLogger<TemplateLibrary>.Instance));
        services.TryAddSingleton<ITemplateRefusals>(provider => provider.GetRequiredService<TemplateLibrary>());
        services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer>(provider =>
        {
            var options = Options(provider);
            return new HandlebarsTemplateRenderer(
                provider.GetRequiredService<TemplateLibrary>(),
                MailFrame.BuiltIn,
                () => options?.CurrentValue.Composition.PlainTextOnly ?? false,
                RenderLimits.Default,
                provider.GetService<TimeProvider>() ?? TimeProvider.System);
        }));
        return builder;
    }

    private static IOptionsMonitor<HelpDeskEmailOptions>? Options(IServiceProvider provider) => provider.GetService<IOptionsMonitor<HelpDeskEmailOptions>>();
}
