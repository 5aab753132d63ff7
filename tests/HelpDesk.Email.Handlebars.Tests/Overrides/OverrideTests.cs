using System.Globalization;
using HelpDesk.Email.Handlebars.Library;
using HelpDesk.Email.Handlebars.Rendering;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Handlebars.Tests.Overrides;

/// <summary>Templates of administrators stand in for the built-in ones while the host runs.</summary>
public sealed class OverrideTests
{
    private readonly FixedTemplates _source = new();

    [Fact]
    [Trait("Feature", "TE-10")]
    public async Task A_changed_template_counts_from_the_next_mail_on_and_a_broken_one_is_refused_while_the_last_good_one_serves()
    {
        var library = new TemplateLibrary(EmbeddedTemplates.Load(), _source, NullLogger.Instance);
        var renderer = new HandlebarsTemplateRenderer(library, MailFrame.BuiltIn, () => false, RenderLimits.Default, TimeProvider.System);
        async Task<string> TextAsync() => (await renderer.RenderAsync("ticket-updated", Models.Full(), CultureInfo.GetCultureInfo("en"), CancellationToken.None))!.Text;

        Assert.Contains("Tom Tech wrote", await TextAsync());
        _source["ticket-updated.hbs"] = "{{!-- text --}}\none #Subject#\n";
        Assert.StartsWith("one Printer", await TextAsync());
        _source["ticket-updated.hbs"] = "{{!-- text --}}\ntwo\n{{#if body}}\n";
        Assert.StartsWith("one Printer", await TextAsync());
        var refusal = Assert.Single(library.Current);
        Assert.Equal((3, 1), (refusal.Line, refusal.Column));
        Assert.Contains("ticket-updated.hbs: Template 'ticket-updated', line 3, column 1: the block 'if' is not closed", refusal.Message);
        _source["ticket-updated.hbs"] = "{{!-- text --}}\nthree\n";
        Assert.StartsWith("three", await TextAsync());
        Assert.Empty(library.Current);
        _source.Remove("ticket-updated.hbs");
        Assert.Contains("Tom Tech wrote", await TextAsync());
    }

    [Theory]
    [Trait("Feature", "TE-10")]
    [InlineData("forgot-login.txt", "Your user name is [%USERNAME%].", "{{login.password}} or [%PASSWORD%]")]
    [InlineData("verify-address.html", "<p>Hello [%FullName%]</p>", "{{verification.link}} or [%LINK%]")]
    [InlineData("ticket-updated.txt", "Hello #Nobody#", "line 1, column 7: there is no variable #Nobody#")]
    [InlineData("master.html", "<p>no place</p>", "there is no {{content}}")]
    public async Task What_lacks_something_is_refused_and_the_built_in_one_serves(string path, string content, string reason)
    {
        _source[path] = content;
        var library = new TemplateLibrary(EmbeddedTemplates.Load(), _source, NullLogger.Instance);
        await library.ReadAsync(CancellationToken.None);
        Assert.Contains(reason, Assert.Single(library.Current).Message);
        Assert.NotNull(await RenderAsync("forgot-login"));
    }

    [Fact]
    [Trait("Feature", "TE-06")]
    public async Task An_empty_template_wants_no_mail()
    {
        _source["ticket-closed.hbs"] = "\n";
        Assert.Null(await RenderAsync("ticket-closed"));
        Assert.NotNull(await RenderAsync("ticket-updated"));
    }

    [Theory]
    [InlineData("Support", "Acme", "en", "department")]
    [InlineData("Support", "Acme", "de-AT", "Abteilung")]
    [InlineData("Sales", "Acme", "en", "brand")]
    [InlineData("Sales", "Other", "en", "all")]
    [InlineData("Sales", null, "fr", "all")]
    [InlineData("../Support", "..", "en", "all")]
    public async Task A_department_goes_before_a_brand_and_a_brand_before_all(string department, string? brand, string culture, string expected)
    {
        _source["ticket-updated.txt"] = "all";
        _source["brands/acme/ticket-updated.txt"] = "brand";
        _source["departments/support/ticket-updated.txt"] = "department";
        _source["departments/support/ticket-updated.de.txt"] = "Abteilung";
        var model = Models.Full();
        ((Dictionary<string, object?>)model["ticket"]!)["department"] = department;
        ((Dictionary<string, object?>)model["helpDesk"]!)["brand"] = brand;
        Assert.Equal($"{expected}\n", (await RenderAsync("ticket-updated", model, culture))!.Text);
    }

    [Fact]
    [Trait("Feature", "TE-01")]
    public async Task A_master_stands_around_every_html_mail_and_takes_no_variables()
    {
        _source["master.html"] = "<html><body><h1>Acme</h1>{{content}}<hr></body></html>";
        foreach (var template in TemplateNames.All)
        {
            var html = (await RenderAsync(template))!.Html;
            Assert.StartsWith("<html><body><h1>Acme</h1>", html);
            Assert.EndsWith("<hr></body></html>", html);
        }

        _source["ticket-updated.html"] = "<!DOCTYPE html><html><head><title>x</title></head><body bgcolor=\"#ffffff\"><p>whole</p></body></html>";
        Assert.Equal("<html><body><h1>Acme</h1><p>whole</p><hr></body></html>", (await RenderAsync("ticket-updated"))!.Html);
    }

    [Theory]
    [Trait("Feature", "TE-01")]
    [InlineData("{{content}} {{content}}", 1, 13, "twice")]
    [InlineData("a\n{{helpDesk.name}} {{content}}", 2, 1, "takes no variables")]
    [InlineData("{{content}}\n [%Subject%]", 2, 2, "takes no variables")]
    [InlineData("<p title=\"{{content}}\"></p>", 1, 11, "between elements")]
    [InlineData("<script>1</script>{{content}}", 1, 1, "'script' may not stand")]
    public void A_master_that_is_wrong_is_refused(string master, int line, int column, string reason)
    {
        var refusal = Assert.Throws<TemplateException>(() => TemplatePreview.Render(new TemplateDraft("survey.hbs", null, master), Models.Full(), CultureInfo.GetCultureInfo("en")));
        Assert.Contains(reason, refusal.Message);
        Assert.Equal((line, column), (refusal.Line, refusal.Column));
    }

    [Fact]
    [Trait("Feature", "TE-09")]
    public async Task Plain_text_alone_goes_out_where_it_is_so_set()
    {
        _source["survey.html"] = "<p>Only <b>HTML</b></p>";
        var renderer = Renderers.Of(_source, plainTextOnly: true);
        foreach (var template in TemplateNames.All)
        {
            Assert.Null((await renderer.RenderAsync(template, Models.Full(), CultureInfo.GetCultureInfo("en"), CancellationToken.None))!.Html);
        }

        Assert.Equal("Only HTML\n", (await renderer.RenderAsync("survey", Models.Full(), CultureInfo.GetCultureInfo("en"), CancellationToken.None))!.Text);
        Assert.NotNull((await RenderAsync("survey"))!.Html);
    }

    [Theory]
    [Trait("Feature", "TE-07")]
    [InlineData("<p>a</p>\n<script>alert(1)</script>", 2, 1)]
    [InlineData("<p onclick=\"a()\">x</p>", 1, 4)]
    [InlineData("<form action=\"https://a.test/\">x</form>", 1, 1)]
    [InlineData("<iframe src=\"https://a.test/\"></iframe>", 1, 1)]
    [InlineData("<style>@import 'https://a.test/a.css';</style>", 1, 8)]
    [InlineData("<link rel=\"stylesheet\" href=\"https://a.test/a.css\">", 1, 1)]
    [InlineData("<p style=\"background:u&#114;l(https://a.test/)\">x</p>", 1, 4)]
    [InlineData("<a href=\"java&#9;script:alert(1)\">x</a>", 1, 4)]
    [InlineData("<a href=\"{{link ticket.url}}\" href='javascript:a()'>x</a>", 1, 31)]
    [InlineData("<!--[if mso]><object></object><![endif]-->", 1, 14)]
    [InlineData("<svg><a/></svg>", 1, 1)]
    [InlineData("<img src=x onerror=a()>", 1, 6)]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0\">", 1, 7)]
    public void Html_that_runs_submits_or_loads_styles_is_refused(string html, int line, int column)
    {
        var refusal = Assert.Throws<TemplateException>(() => Preview(html));
        Assert.Equal((line, column), (refusal.Line, refusal.Column));
    }

    [Fact]
    [Trait("Feature", "TE-07")]
    public void Rich_formatting_is_kept()
    {
        const string html = "<h1 style=\"color:#333\">A</h1><p align=\"center\"><font color=\"#f00\"><b>b</b> <i>i</i> <u>u</u></font></p><ul><li>1</li></ul><table border=\"1\"><tr><td colspan=\"2\">x</td></tr></table><img src=\"https://a.test/logo.png\" alt=\"logo\"><a href=\"mailto:a@b.test\">m</a><hr>";
        Assert.Contains(html, Preview(html).Html);
    }

    private static RenderedMail Preview(string html) => TemplatePreview.Render(new TemplateDraft("mine.html", html), Models.Full(), CultureInfo.GetCultureInfo("en"))!;

    private async Task<RenderedMail?> RenderAsync(string template, Dictionary<string, object?>? model = null, string culture = "en") =>
        await Renderers.Of(_source).RenderAsync(template, model ?? Models.Full(), CultureInfo.GetCultureInfo(culture), TestContext.Current.CancellationToken);
}
