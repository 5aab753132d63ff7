using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests.BuiltIn;

[Trait("Feature", "FI-11")]
public sealed class ContactWelcomeTests
{
    [Theory]
    [InlineData("en", "Welcome to Acme Support")]
    [InlineData("de", "Willkommen bei Acme Support")]
    public async Task What_the_host_gave_is_told_and_encoded(string culture, string subject)
    {
        var mail = await RenderAsync(culture, new Dictionary<string, object?> { ["userName"] = "ann@example.test", ["password"] = "a<b&c", ["url"] = "https://desk.test/welcome/ann" });

        Assert.Equal(subject, mail.Subject);
        foreach (var value in new[] { "ann@example.test", "a<b&c", "https://desk.test/welcome/ann" })
        {
            Assert.Contains(value, mail.Text, StringComparison.Ordinal);
            Assert.Contains(System.Net.WebUtility.HtmlEncode(value), mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_host_did_not_give_is_left_out_and_no_script_is_a_link()
    {
        var mail = await RenderAsync("en", new Dictionary<string, object?> { ["userName"] = null, ["password"] = null, ["url"] = "javascript:alert(1)" });

        Assert.DoesNotContain("Password", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    private static async Task<RenderedMail> RenderAsync(string culture, Dictionary<string, object?> invitation)
    {
        var model = new Dictionary<string, object?>
        {
            ["author"] = new Dictionary<string, object?> { ["name"] = "Ann", ["address"] = "ann@example.test" },
            ["helpDesk"] = new Dictionary<string, object?> { ["name"] = "Acme Support", ["address"] = "support@acme.test" },
            ["invitation"] = invitation,
        };
        return (await Renderers.BuiltIn().RenderAsync(TemplateNames.ContactWelcome, model, CultureInfo.GetCultureInfo(culture), TestContext.Current.CancellationToken))!;
    }
}
