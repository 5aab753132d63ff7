using System.Globalization;
using HelpDesk.Email.Handlebars.Library;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Handlebars.Tests;

/// <summary>Renderers over templates that a test writes, and models as the engine gives them.</summary>
internal static class Renderers
{
    public static HandlebarsTemplateRenderer BuiltIn() => Of(EmbeddedTemplates.Load(), null, MailFrame.BuiltIn, RenderLimits.Default, TimeProvider.System);

    public static HandlebarsTemplateRenderer Of(params (string File, string Content)[] files) => Of(RenderLimits.Default, TimeProvider.System, files);

    /// <summary>With no frame around the HTML.</summary>
    public static HandlebarsTemplateRenderer Of(RenderLimits limits, TimeProvider time, params (string File, string Content)[] files) =>
        Of(new TemplateSet(files.Select(file => TemplateFile.Read(file.File, file.Content))), null, MailFrame.None, limits, time);

    /// <summary>The built-in templates behind those of an administrator.</summary>
    public static HandlebarsTemplateRenderer Of(ITemplateSource source, bool plainTextOnly = false) =>
        new(new TemplateLibrary(EmbeddedTemplates.Load(), source, NullLogger.Instance), MailFrame.BuiltIn, () => plainTextOnly, RenderLimits.Default, TimeProvider.System);

    private static HandlebarsTemplateRenderer Of(TemplateSet templates, ITemplateSource? source, MailFrame frame, RenderLimits limits, TimeProvider time) =>
        new(new TemplateLibrary(templates, source, NullLogger.Instance), frame, () => false, limits, time);

    /// <summary>A template of the three parts.</summary>
    public static string File(string subject = "s", string text = "t", string? html = null) =>
        $"{{{{!-- subject --}}}}\n{subject}\n{{{{!-- text --}}}}\n{text}\n" + (html is null ? string.Empty : $"{{{{!-- html --}}}}\n{html}\n");

    public static async Task<RenderedMail> RenderAsync(string file, Dictionary<string, object?> model, string culture = "en-US") =>
        (await Of(("t.hbs", file)).RenderAsync("t", model, CultureInfo.GetCultureInfo(culture), CancellationToken.None))!;

    public static async Task<string> TextAsync(string template, Dictionary<string, object?> model, string culture = "en-US") =>
        (await RenderAsync(File(text: template), model, culture)).Text.TrimEnd('\n');

    public static async Task<string> HtmlAsync(string template, Dictionary<string, object?> model) =>
        (await RenderAsync(File(html: template), model)).Html!;

    public static async Task<TemplateException> RefusalAsync(string file, Dictionary<string, object?>? model = null) =>
        await Assert.ThrowsAsync<TemplateException>(() => RenderAsync(file, model ?? []));

    /// <summary>A model as the engine gives it.</summary>
    public static Dictionary<string, object?> Model() => new()
    {
        ["ticket"] = new Dictionary<string, object?>
        {
            ["number"] = "1000",
            ["subject"] = "Printer is on fire",
            ["status"] = "new",
            ["department"] = "Support",
            ["url"] = "https://helpdesk.test/tickets/1000",
        },
        ["tag"] = "[#1000]",
        ["requester"] = Person("Ann Example", "ann@example.test"),
        ["author"] = Person("Tom Tech", "tom@helpdesk.test"),
        ["body"] = "First line\nSecond <line>",
        ["bodyHtml"] = null,
        ["date"] = new DateTimeOffset(2026, 11, 21, 10, 5, 0, TimeSpan.FromHours(1)),
        ["helpDesk"] = Person("Help Desk", "support@helpdesk.test"),
        ["replyAbove"] = "-- Please reply above this line --",
        ["recentMessages"] = new List<object?>
        {
            new Dictionary<string, object?>
            {
                ["author"] = Person(null, "ann@example.test"),
                ["date"] = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
                ["body"] = "It still burns",
                ["bodyHtml"] = "<p>It <b>still</b> burns</p>",
            },
        },
    };

    private static Dictionary<string, object?> Person(string? name, string address) => new() { ["name"] = name, ["address"] = address };
}
