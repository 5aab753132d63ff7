using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests;

public sealed class InjectionTests
{
    [Theory]
    [InlineData("{{tag}}")]
    [InlineData("{{{tag}}}")]
    [InlineData("{{#each this}}x{{/each}}")]
    [InlineData("\\{{tag}}")]
    [InlineData("{{> ticket-received}}")]
    public async Task A_value_that_looks_like_a_template_comes_out_literally(string value)
    {
        var model = new Dictionary<string, object?> { ["value"] = value, ["tag"] = "TAG" };
        var mail = await Renderers.RenderAsync(Renderers.File("{{value}}", "{{value}}", "<p>{{value}}</p>"), model);
        Assert.Equal(value, mail.Subject);
        Assert.Equal(value + "\n", mail.Text);
        Assert.Equal($"<p>{value.Replace(">", "&gt;", StringComparison.Ordinal)}</p>", mail.Html);
    }

    [Theory]
    [InlineData("a\r\nBcc: everybody@example.test", "a Bcc: everybody@example.test")]
    [InlineData("a\nb", "a b")]
    [InlineData("a\rb", "a b")]
    [InlineData("a\u2028b\u2029c\u0085d", "a b c d")]
    [InlineData("a\0b\u001b[1mc\u007f", "a b [1mc")]
    [InlineData("\r\n  a   b \r\n", "a b")]
    public async Task A_subject_is_one_line_whatever_is_in_the_model(string value, string subject) =>
        Assert.Equal(subject, (await Renderers.RenderAsync(Renderers.File(subject: "{{value}}"), new() { ["value"] = value })).Subject);

    [Fact]
    public async Task A_subject_part_of_several_lines_is_one_line() =>
        Assert.Equal("a b", (await Renderers.RenderAsync(Renderers.File(subject: "a\r\n\r\n{{value}}"), new() { ["value"] = "b" })).Subject);

    [Fact]
    public async Task Text_has_only_line_feeds_and_no_control_characters() =>
        Assert.Equal("a\nb\nc\td", await Renderers.TextAsync("{{value}}", new() { ["value"] = "a\r\nb\rc\td\0\u001b" }));

    [Fact]
    public async Task Markup_in_a_value_is_encoded_in_html_and_raw_elsewhere()
    {
        const string value = "<script>alert('x')</script>&\"`=";
        var mail = await Renderers.RenderAsync(Renderers.File("{{value}}", "{{value}}", "<p title=\"{{value}}\">{{value}}</p>"), new() { ["value"] = value });
        const string encoded = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;&#96;&#61;";
        Assert.Equal(value, mail.Subject);
        Assert.Equal(value + "\n", mail.Text);
        Assert.Equal($"<p title=\"{encoded}\">{encoded}</p>", mail.Html);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.test/")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task A_link_lets_only_addresses_of_the_web_through(string value)
    {
        var model = new Dictionary<string, object?> { ["url"] = value };
        Assert.Equal("<a href=\"\">x</a>", await Renderers.HtmlAsync("<a href=\"{{link url}}\">x</a>", model));
        Assert.Equal("no", await Renderers.TextAsync("{{#if (link url)}}yes{{else}}no{{/if}}", model));
    }

    [Fact]
    public async Task A_link_cannot_leave_its_quotes() =>
        Assert.Equal(
            "<a href=\"https://h.test/?a&#61;1&amp;b&#61;%22%3E%3Cscript%3E\">x</a>",
            await Renderers.HtmlAsync("<a href=\"{{link url}}\">x</a>", new() { ["url"] = "https://h.test/?a=1&b=\"><script>" }));

    [Fact]
    public async Task The_ticket_address_of_a_built_in_template_is_left_out_when_it_is_a_script()
    {
        var model = Renderers.Model();
        ((Dictionary<string, object?>)model["ticket"]!)["url"] = "javascript:alert(1)";
        foreach (var template in new[] { TemplateNames.TicketReceived, TemplateNames.TicketUpdated })
        {
            var mail = await Renderers.BuiltIn().RenderAsync(template, model, System.Globalization.CultureInfo.InvariantCulture, CancellationToken.None);
            Assert.DoesNotContain("javascript", mail!.Text + mail.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Safe_html_goes_in_as_it_is_and_only_from_its_own_name()
    {
        var model = new Dictionary<string, object?> { ["body"] = "x", ["bodyHtml"] = "<b>x</b>", ["other"] = "<i>y</i>" };
        Assert.Equal("<div><b>x</b></div>", await Renderers.HtmlAsync("<div>{{safeHtml bodyHtml}}</div>", model));
        Assert.Equal("<div>&lt;b&gt;x&lt;/b&gt;</div>", await Renderers.HtmlAsync("<div>{{bodyHtml}}</div>", model));
        foreach (var bad in new[] { "{{safeHtml other}}", "{{safeHtml ../bodyHtml}}", "{{SAFEHTML other}}", "{{safeHtml bodyHtml other}}", "{{safeHtml}}", "{{#with (safeHtml other)}}{{this}}{{/with}}", "{{[safeHtml] other}}" })
        {
            await Renderers.RefusalAsync(Renderers.File(html: $"<div>{bad}</div>"), model);
        }
    }

    [Fact]
    public async Task Without_safe_html_the_text_is_encoded_with_its_lines() =>
        Assert.Equal(
            "<div>a &lt;b&gt;<br>\n<br>\nc</div>",
            await Renderers.HtmlAsync("<div>{{safeHtml bodyHtml}}</div>", new() { ["body"] = "a <b>\r\n\nc", ["bodyHtml"] = null }));
}
