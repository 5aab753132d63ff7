using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests.Rendering;

public sealed class CompilationTests
{
    [Fact]
    public async Task A_template_is_rendered_by_many_threads_at_once_each_with_its_own_values()
    {
        var renderer = Renderers.BuiltIn();
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellationToken) =>
        {
            var model = Renderers.Model();
            model["tag"] = $"[#{i}]";
            model["body"] = $"body {i} <&>";
            var culture = CultureInfo.GetCultureInfo(i % 2 == 0 ? "de" : "en");
            var mail = await renderer.RenderAsync(i % 3 == 0 ? TemplateNames.TicketReceived : TemplateNames.TicketUpdated, model, culture, cancellationToken);
            Assert.EndsWith($" [#{i}]", mail!.Subject);
            Assert.Contains($"\nbody {i} <&>\n", mail.Text);
            Assert.Contains($"<div>body {i} &lt;&amp;&gt;</div>".Replace("<div>", string.Empty, StringComparison.Ordinal), mail.Html);
            Assert.Contains(i % 2 == 0 ? "lang=\"de\"" : "lang=\"en\"", mail.Html);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("{{!-- subject --}}\nOnly a subject\n")]
    [InlineData("{{!-- subject --}}\n\n{{!-- text --}}\n\n{{!-- html --}}\n")]
    public async Task An_empty_template_wants_no_mail(string file) => Assert.Null(await RenderAsync(file));

    [Fact]
    public async Task A_text_that_comes_out_empty_wants_no_mail() =>
        Assert.Null(await RenderAsync(Renderers.File(text: "{{#if nothing}}Hello{{/if}}\n", html: "<p></p>")));

    [Fact]
    public async Task A_template_without_html_gives_none() => Assert.Null((await RenderAsync(Renderers.File()))!.Html);

    [Fact]
    public async Task A_subject_is_required() =>
        Assert.Contains("needs a subject", (await Renderers.RefusalAsync("{{!-- text --}}\nt\n")).Message);

    [Fact]
    public async Task A_template_without_a_text_has_that_of_its_html() =>
        Assert.Equal("Hello Ann\n\n- one (https://desk.test/1)\n", (await RenderAsync(
            "{{!-- subject --}}\ns\n{{!-- html --}}\n<h1>Hello <b>Ann</b></h1>\n<ul><li><a href=\"https://desk.test/1\">one</a></li></ul>\n"))!.Text);

    [Fact]
    public async Task A_refused_template_is_refused_each_time()
    {
        var renderer = Renderers.Of(("t.hbs", Renderers.File(text: "{{#if}}")));
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<TemplateException>(async () =>
                await renderer.RenderAsync("t", new Dictionary<string, object?>(), CultureInfo.InvariantCulture, CancellationToken.None));
        }
    }

    private static async Task<RenderedMail?> RenderAsync(string file) => await Renderers.RenderAsync(file, []);
}
