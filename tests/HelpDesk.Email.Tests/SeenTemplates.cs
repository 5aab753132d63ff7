using System.Globalization;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Tests;

/// <summary>Keeps what each mail was made of.</summary>
internal sealed class SeenTemplates : ITemplateRenderer
{
    public List<(string Template, IReadOnlyDictionary<string, object?> Model)> Seen { get; } = [];

    public void Use(IHelpDeskEmailBuilder mail) => mail.Services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer>(this));

    public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        Seen.Add((template, model));
        return ValueTask.FromResult<RenderedMail?>(new RenderedMail(template, template, null));
    }

    public static IReadOnlyDictionary<string, object?> Of(IReadOnlyDictionary<string, object?> model, string name) =>
        Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(model[name]);
}
