using System.Globalization;
using System.Text;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Renders a built-in template, compiled already; against writing the same words with a StringBuilder and an encoder.</summary>
internal sealed class TemplateRow : IBenchmarkRow
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public string Name => "template";

    public string Measures => "an update with three earlier messages as subject, text and HTML; against the same words written by a StringBuilder, values encoded";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        using var services = Services();
        var renderer = services.GetRequiredService<ITemplateRenderer>();
        var model = Model();
        var mail = Render(renderer, model);
        var stretches = Stretches(mail);
        var figures = new Figures(Name, runner.Run(() => Length(Render(renderer, model)), () => Write(stretches)), 1, Length(mail));
        yield return figures.Ratio("mail", "StringBuilder", bar: 3, aim: 1.2);
        yield return figures.Memory("mail");
        yield return figures.Time("mail");
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail => mail.UseHandlebarsTemplates());
        return services.BuildServiceProvider();
    }

    private static RenderedMail Render(ITemplateRenderer renderer, IReadOnlyDictionary<string, object?> model) =>
        renderer.RenderAsync(TemplateNames.TicketUpdated, model, English, CancellationToken.None).AsTask().GetAwaiter().GetResult()!;

    private static long Length(RenderedMail mail) => mail.Subject.Length + mail.Text.Length + mail.Html!.Length;

    // What a hand-written program has: constant stretches, and a value about every forty characters.
    private static string[][] Stretches(RenderedMail mail) =>
        [.. new[] { mail.Subject, mail.Text, mail.Html! }.Select(part => part.Chunk(40).Select(chunk => new string(chunk)).ToArray())];

    private static long Write(string[][] parts)
    {
        var length = 0L;
        foreach (var part in parts)
        {
            var text = new StringBuilder();
            for (var i = 0; i < part.Length; i++)
            {
                text.Append(i % 8 == 0 ? System.Net.WebUtility.HtmlEncode(part[i]) : part[i]);
            }

            length += text.ToString().Length;
        }

        return length;
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
