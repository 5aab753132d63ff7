using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("de", "Guten Tag Ann Example,")]
    [InlineData("de-AT", "Guten Tag Ann Example,")]
    [InlineData("en-GB", "Hello Ann Example,")]
    [InlineData("fr-FR", "Hello Ann Example,")]
    [InlineData("", "Hello Ann Example,")]
    public async Task A_language_that_is_missing_falls_back_to_its_parent_and_then_to_the_neutral_one(string culture, string greeting)
    {
        var mail = await Renderers.BuiltIn().RenderAsync(TemplateNames.TicketReceived, Renderers.Model(), CultureInfo.GetCultureInfo(culture), CancellationToken.None);
        Assert.Contains(greeting, mail!.Text);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-GB")]
    [InlineData("ja-JP")]
    public async Task Numbers_and_moments_are_written_in_the_culture_of_the_mail_whatever_the_template_is_in(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var date = new DateTimeOffset(2026, 11, 21, 10, 5, 0, TimeSpan.FromHours(1));
        var model = new Dictionary<string, object?> { ["number"] = 1234.5m, ["date"] = date, ["yes"] = true };
        Assert.Equal(
            $"{1234.5m.ToString(culture)} / {date.ToString("f", culture)} (+01:00) / true",
            await Renderers.TextAsync("{{number}} / {{date}} / {{yes}}", model, name));
    }

    [Fact]
    public async Task A_template_without_a_neutral_form_names_the_languages_there_are()
    {
        var renderer = Renderers.Of(("t.de.hbs", Renderers.File()));
        var refusal = await Assert.ThrowsAsync<TemplateException>(async () =>
            await renderer.RenderAsync("t", new Dictionary<string, object?>(), CultureInfo.GetCultureInfo("fr"), CancellationToken.None));
        Assert.Contains("only for: de", refusal.Message);
    }

    [Fact]
    public async Task A_template_that_does_not_exist_is_refused_with_the_names_of_those_that_do()
    {
        var refusal = await Assert.ThrowsAsync<TemplateException>(async () =>
            await Renderers.BuiltIn().RenderAsync("ticket-eaten", Renderers.Model(), CultureInfo.InvariantCulture, CancellationToken.None));
        Assert.Equal($"There is no template 'ticket-eaten'. There are: {string.Join(", ", TemplateNames.All.Order(StringComparer.Ordinal))}.", refusal.Message);
        Assert.False(refusal.IsTransient);
    }
}
