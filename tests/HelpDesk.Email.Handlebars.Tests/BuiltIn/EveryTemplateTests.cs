using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests.BuiltIn;

/// <summary>Every built-in template reads well with every value and with hardly any.</summary>
[Trait("Feature", "TE-02")]
public sealed partial class EveryTemplateTests
{
    public static TheoryData<string, string, bool> All => new(
        from template in TemplateNames.All
        from culture in new[] { "en", "de" }
        from full in new[] { true, false }
        select new TheoryDataRow<string, string, bool>(template, culture, full));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_unresolved_and_no_markup_stands_where_it_does_not_belong(string template, string culture, bool full)
    {
        var mail = await RenderAsync(template, culture, full);

        Assert.DoesNotMatch(@"\{\{|\}\}|\[%|%\]", mail.Subject + mail.Text + mail.Html);
        Assert.DoesNotMatch(@"&(amp|lt|gt|quot|#\d+|nbsp);", mail.Subject + mail.Text);
        Assert.DoesNotMatch("<(p|div|br|table|a|b)[ >]", mail.Subject + mail.Text);
        Assert.True(mail.Subject.Trim().Length > 3, $"'{mail.Subject}' says nothing.");
        Assert.True(mail.Text.Split(' ').Length > (full ? 5 : 0), mail.Text);
        Assert.DoesNotContain("\n\n\n", mail.Text);
        Assert.DoesNotMatch(@"(?m)[ \t]$|[^.] ,|\(\)|: *$\n\z|  ", mail.Text);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"" + culture + "\">", mail.Html);
        Assert.DoesNotMatch(@"<p[^>]*>\s*</p>|<td[^>]*>\s*</td>|href=""""", mail.Html);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Text_and_html_say_the_same_links(string template, string culture, bool full)
    {
        var mail = await RenderAsync(template, culture, full);
        var inHtml = Href().Matches(mail.Html!).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal);
        var inText = Address().Matches(mail.Text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(inHtml, inText);
    }

    private static readonly HandlebarsTemplateRenderer Renderer = Renderers.BuiltIn();

    private static async Task<RenderedMail> RenderAsync(string template, string culture, bool full) =>
        (await Renderer.RenderAsync(template, full ? Models.Full() : Models.AlmostEmpty(), CultureInfo.GetCultureInfo(culture), TestContext.Current.CancellationToken))!;

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex(@"https?://[^\s)]+")]
    private static partial Regex Address();
}
