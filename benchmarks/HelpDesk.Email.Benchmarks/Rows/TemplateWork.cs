using System.Globalization;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>A built-in template as a host composes it, with a model to render it with.</summary>
internal sealed class TemplateWork : IDisposable
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private readonly ServiceProvider _services = Services();
    private readonly ITemplateRenderer _renderer;
    private readonly Dictionary<string, object?> _model = Model();

    public TemplateWork() => _renderer = _services.GetRequiredService<ITemplateRenderer>();

    /// <summary>How long a mail is, in characters.</summary>
    public static long Length(RenderedMail mail) => mail.Subject.Length + mail.Text.Length + mail.Html!.Length;

    /// <summary>Renders it.</summary>
    /// <returns>Its length.</returns>
    public long Render() => Length(Mail());

    /// <summary>Renders it.</summary>
    public RenderedMail Mail() => _renderer.RenderAsync(TemplateNames.TicketUpdated, _model, English, CancellationToken.None).AsTask().GetAwaiter().GetResult()!;

    public void Dispose() => _services.Dispose();

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail => mail.UseHandlebarsTemplates());
        return services.BuildServiceProvider();
    }

    private static Dictionary<string, object?> Model() => new()
    {
        ["ticket"] = new Dictionary<string, object?> { ["number"] = "1234", ["subject"] = "The printer is on fire", ["url"] = "https://desk.test/tickets/1234" },
        ["tag"] = "[#1234]",
        ["author"] = Person("Tina Tech"),
        ["requester"] = Person("Ann Example"),
        ["body"] = "Please switch it off and on again.\nThen tell us what it says.",
        ["bodyHtml"] = "<p>Please switch it off and on again.</p><p>Then tell us what it says.</p>",
        ["date"] = "21 November 2026",
        ["helpDesk"] = Person("Help Desk"),
        ["recentMessages"] = Enumerable.Range(1, 3).Select(i => (object?)new Dictionary<string, object?>
        {
            ["author"] = Person("Ann Example"), ["date"] = $"{i} November 2026", ["body"] = $"Message {i}, which says that it burns & smokes.", ["bodyHtml"] = null,
        }).ToList(),
    };

    private static Dictionary<string, object?> Person(string name) => new() { ["name"] = name, ["address"] = "ann@example.test" };
}
