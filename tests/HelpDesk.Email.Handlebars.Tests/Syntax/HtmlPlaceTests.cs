namespace HelpDesk.Email.Handlebars.Tests.Syntax;

public sealed class HtmlPlaceTests
{
    [Theory]
    [InlineData("<a href=\"{{x}}\">", "written with {{link name}}")]
    [InlineData("<a HREF = '{{x}}'>", "written with {{link name}}")]
    [InlineData("<a href=\" {{x}}\">", "written with {{link name}}")]
    [InlineData("<a href=\"{{#if x}}{{x}}{{/if}}\">", "written with {{link name}}")]
    [InlineData("<img alt=\"a\" src=\"{{x}}\">", "written with {{link name}}")]
    [InlineData("<a href={{x}}>", "between the quotes")]
    [InlineData("<p {{x}}>", "between the quotes")]
    [InlineData("<{{x}}>", "between the quotes")]
    [InlineData("</{{x}}>", "between the quotes")]
    [InlineData("<p{{x}}>", "between the quotes")]
    [InlineData("<p title={{x}}>", "between the quotes")]
    [InlineData("<p title=a{{x}}>", "between the quotes")]
    [InlineData("<p style=\"color:{{x}}\">", "attribute 'style'")]
    [InlineData("<p onclick=\"f('{{x}}')\">", "attribute 'onclick'")]
    [InlineData("<script>{{x}}</script>", "script or a style")]
    [InlineData("<STYLE type=\"text/css\">p{color:{{x}} }</STYLE>", "script or a style")]
    [InlineData("<style>a</styl>{{x}}</style>", "script or a style")]
    [InlineData("<p title=\"{{safeHtml bodyHtml}}\">", "between elements")]
    [InlineData("{{#if x}}<p title=\"{{/if}}\">", "at another place")]
    [InlineData("<p {{#if x}}title=\"a\"{{else}}title=\"{{/if}}\">", "at another place")]
    public async Task A_value_where_encoding_does_not_help_is_refused(string html, string reason)
    {
        var refusal = await Renderers.RefusalAsync(Renderers.File(html: html));
        Assert.Contains(reason, refusal.Message);
        Assert.Equal(6, refusal.Line);
    }

    [Theory]
    [InlineData("<a href=\"mailto:{{x}}\">", "<a href=\"mailto:v\">")]
    [InlineData("<a href=\"https://h.test/{{x}}\">", "<a href=\"https://h.test/v\">")]
    [InlineData("<p title='{{x}}' lang=\"{{x}}\">{{x}}</p>", "<p title='v' lang=\"v\">v</p>")]
    [InlineData("<!-- {{x}} --> {{x}}", "<!-- v --> v")]
    [InlineData("<!DOCTYPE html>{{x}}", "<!DOCTYPE html>v")]
    [InlineData("<!-- <p title=' > --><b>{{x}}</b>", "<!-- <p title=' > --><b>v</b>")]
    [InlineData("<style>p{}</style><p>{{x}}</p>", "<style>p{}</style><p>v</p>")]
    [InlineData("<br/>{{x}}<img alt=\"a\"/>{{x}}", "<br/>v<img alt=\"a\"/>v")]
    [InlineData("1 < 2 {{x}}", "1 < 2 v")]
    [InlineData("<p {{#if x}}title=\"a\"{{/if}}>{{x}}</p>", "<p title=\"a\">v</p>")]
    public async Task A_value_where_encoding_is_enough_is_written(string html, string expected) =>
        Assert.Equal(expected, await Renderers.HtmlAsync(html, new() { ["x"] = "v" }));
}
