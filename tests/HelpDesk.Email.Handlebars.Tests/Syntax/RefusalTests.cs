namespace HelpDesk.Email.Handlebars.Tests.Syntax;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("a\n  {{name", 5, 3, "not closed")]
    [InlineData("a\nb {{#if x}}\nc", 5, 3, "'if' is not closed")]
    [InlineData("{{#if x}}\n{{/each}}", 5, 1, "the open block is 'if'")]
    [InlineData("{{/if}}", 4, 1, "no open block 'if'")]
    [InlineData("x{{else}}", 4, 2, "no block")]
    [InlineData("{{shout name}}", 4, 1, "no helper 'shout'")]
    [InlineData("{{#repeat 3}}x{{/repeat}}", 4, 1, "no helper 'repeat'")]
    [InlineData("{{#if (twice x)}}{{/if}}", 4, 1, "no helper 'twice'")]
    [InlineData("{{#if a}}{{else repeat b}}{{/if}}", 4, 10, "no helper 'repeat'")]
    [InlineData("{{#name}}x{{/name}}", 4, 1, "no helper 'name'")]
    [InlineData("{{^name}}x{{/name}}", 4, 1, "{{#unless name}}")]
    [InlineData("{{lookup a b}}", 4, 1, "no helper 'lookup'")]
    [InlineData("{{#if}}x{{/if}}", 4, 1, "'if' needs a value")]
    [InlineData("{{link}}", 4, 1, "'link' needs a value")]
    [InlineData("{{> other}}", 4, 1, "can't include")]
    [InlineData("{{#> other}}{{/other}}", 4, 1, "can't include")]
    [InlineData("{{#*inline \"x\"}}{{/inline}}", 4, 1, "decorators are not supported")]
    [InlineData("{{&name}}", 4, 1, "written with {{name}}")]
    [InlineData("{{{name}}", 4, 1, "opened with 3 braces and closed with 2")]
    [InlineData("{{name}}}", 4, 1, "opened with 2 braces and closed with 3")]
    [InlineData("{{{{raw}}}} {{{{/raw}}}}", 4, 1, "two or three braces")]
    [InlineData("{{}}", 4, 1, "empty")]
    [InlineData("{{#}}", 4, 1, "no name")]
    [InlineData("{{[a b]}}", 4, 1, "without brackets")]
    [InlineData("{{!-- never ends", 4, 1, "comment is not closed")]
    [InlineData("{{reply \"x}}", 4, 1, "does not end")]
    [InlineData("{{safeHtml bodyHtml}}", 4, 1, "their place is the HTML part")]
    public async Task What_does_not_compile_is_refused_with_line_and_column(string text, int line, int column, string reason)
    {
        var refusal = await Renderers.RefusalAsync(Renderers.File(text: text));
        Assert.Contains(reason, refusal.Message);
        Assert.StartsWith($"Template 't', line {line}, column {column}: ", refusal.Message);
        Assert.Equal(("t", line, column), (refusal.Template, refusal.Line, refusal.Column));
    }

    [Theory]
    [InlineData("{{a b=}}")]
    [InlineData("{{a..b}}")]
    [InlineData("{{a/}}")]
    [InlineData("{{)}}")]
    [InlineData("{{(}}")]
    [InlineData("{{reply (link x}}")]
    [InlineData("{{#each x as |}}{{/each}}")]
    [InlineData("{{\"}}")]
    [InlineData("{{=}}")]
    public async Task Rubbish_is_refused_or_written_as_nothing_but_never_breaks_out(string text)
    {
        try
        {
            await Renderers.RenderAsync(Renderers.File(text: text + "x"), []);
        }
        catch (HelpDesk.Email.Templates.TemplateException refusal)
        {
            Assert.True(refusal.Line >= 4, refusal.Message);
        }
    }

    [Fact]
    public async Task Three_braces_are_refused_in_html_and_mean_nothing_special_elsewhere()
    {
        Assert.Contains("unencoded", (await Renderers.RefusalAsync(Renderers.File(html: "<p>{{{name}}}</p>"))).Message);
        Assert.Equal("<>", await Renderers.TextAsync("{{{name}}}", new() { ["name"] = "<>" }));
    }

    [Theory]
    [InlineData("before\n{{!-- text --}}\nx", 1, "a template starts with")]
    [InlineData("{{!-- text --}}\nx\n{{!-- text --}}\ny", 3, "there already")]
    public async Task A_file_that_can_not_be_taken_apart_is_refused_with_its_line(string file, int line, string reason)
    {
        var refusal = await Renderers.RefusalAsync(file);
        Assert.Equal(line, refusal.Line);
        Assert.Contains(reason, refusal.Message);
    }
}
