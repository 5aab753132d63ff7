using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Conformance.Templates;

/// <summary>One template renderer on trial, with the words in which the proofs speak.</summary>
internal sealed class TemplateTrial : IAsyncDisposable
{
    private TemplateTrial(TemplateRendererFixture fixture, CancellationToken cancellationToken) => (Fixture, Cancellation) = (fixture, cancellationToken);

    public TemplateRendererFixture Fixture { get; }

    public ITemplateRenderer Renderer { get; private set; } = null!;

    public CancellationToken Cancellation { get; }

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    public static async Task<TemplateTrial> OpenAsync(TemplateRendererFixture fixture, CancellationToken cancellationToken)
    {
        var trial = new TemplateTrial(fixture, cancellationToken);
        trial.Renderer = await fixture.OpenAsync(cancellationToken).ConfigureAwait(false);
        return trial;
    }

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();

    public Task<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo? culture = null) =>
        Renderer.RenderAsync(template, model, culture ?? English, Cancellation).AsTask();

    /// <summary>The mail that the template most looked at gives.</summary>
    public async Task<RenderedMail> MailAsync(IReadOnlyDictionary<string, object?> model, CultureInfo? culture = null) =>
        Expect.Present(await RenderAsync(Fixture.Template, model, culture).ConfigureAwait(false), $"The mail of the template '{Fixture.Template}'");

    /// <summary>The HTML of a mail; the rule does not apply where there is none.</summary>
    public string HtmlOf(RenderedMail mail) =>
        Fixture.HasHtml
            ? Expect.Present(mail.Html, $"The HTML of the template '{Fixture.Template}'")
            : throw new RuleNotApplicableException($"{nameof(TemplateRendererFixture.HasHtml)} is false.");

    /// <summary>A model as the engine gives it, with as much as all mails have.</summary>
    public static Dictionary<string, object?> Model(string subject = "The printer is on fire", string body = "Pull the plug.") => new()
    {
        ["ticket"] = Ticket(subject),
        ["tag"] = "[#1000]",
        ["event"] = Values(("name", "updated"), ("text", "The ticket was updated."), ("shortText", "The ticket was updated.")),
        ["body"] = body,
        ["bodyHtml"] = null,
        ["preface"] = null,
        ["chosenFields"] = new List<object?>(),
        ["recentMessages"] = new List<object?> { Values(("author", Person("Ann", "ann@example.test")), ("date", "4 January 2026"), ("body", "It burns."), ("bodyHtml", null)) },
        ["attachments"] = new List<object?>(),
        ["recentAttachments"] = new List<object?>(),
        ["articles"] = new List<object?>(),
        ["tickets"] = new List<object?>(),
        ["author"] = Person("Tina", "tina@helpdesk.test"),
        ["requester"] = Person("Ann", "ann@example.test"),
        ["technician"] = null,
        ["recipient"] = Person("Ann", "ann@example.test"),
        ["recipients"] = new List<object?>(),
        ["subscribers"] = new List<object?>(),
        ["nonTechSubscribers"] = new List<object?>(),
        ["links"] = Values(("view", "https://desk.test/l/1"), ("viewText", "View"), ("placement", "bottom"), ("rating", null)),
        ["date"] = "5 January 2026",
        ["time"] = "09:00",
        ["helpDesk"] = Values(("name", "Help desk"), ("address", "support@helpdesk.test"), ("url", null), ("brand", null)),
        ["replyAbove"] = null,
        ["login"] = Values(("password", "s3cret"), ("userName", "ann"), ("url", "https://desk.test/login")),
        ["verification"] = Values(("link", "https://desk.test/verify/7")),
        ["report"] = Values(("title", "Tickets"), ("text", "new: 12"), ("html", null)),
        ["host"] = null,
    };

    public static Dictionary<string, object?> Values(params (string Name, object? Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value);

    private static Dictionary<string, object?> Ticket(string subject) => Values(
        ("number", "1000"), ("subject", subject), ("status", "open"), ("priority", null), ("category", null), ("type", null), ("department", null),
        ("created", "4 January 2026"), ("url", "https://desk.test/tickets/1000"), ("fields", new List<object?>()));

    private static Dictionary<string, object?> Person(string name, string address) => Values(
        ("name", name), ("address", address), ("firstName", name), ("lastName", null), ("userName", null), ("company", null), ("role", "requester"));
}
