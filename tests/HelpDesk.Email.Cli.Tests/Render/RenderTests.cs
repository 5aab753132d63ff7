using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Cli.Tests.Render;

/// <summary>Templates looked at by hand.</summary>
public sealed class RenderTests : IDisposable
{
    private const string Model = """{ "ticket": { "number": "1234", "subject": "Printer <1>" }, "tag": "[#1234]", "author": { "name": "Tom" }, "body": "Now.", "login": { "password": "s3" }, "verification": { "link": "https://desk.test/v" } }""";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> BuiltIn => [.. TemplateNames.All];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    [Trait("Feature", "TE-02")]
    public async Task A_built_in_template_is_shown_for_a_model(string template)
    {
        var run = await Tool.RunAsync("render", template, "--model", _folder.Write("model.json", Model));
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.NotEmpty(run.Line.Text("text")!);
        Assert.StartsWith("<!DOCTYPE html>", run.Line.Text("html"), StringComparison.Ordinal);
        var german = await Tool.RunAsync("render", template, "--culture", "de-AT", "--model", _folder.At("model.json"));
        Assert.NotEqual(run.Line.Text("text"), german.Line.Text("text"));
    }

    [Fact]
    public async Task A_file_with_parts_is_shown_with_them()
    {
        var file = _folder.Write("mine.hbs", "{{!-- subject --}}\n#Subject# {{tag}}\n{{!-- text --}}\n[%TicketNumber%]: {{body}}\n{{!-- html --}}\n<p>#Subject#</p>\n");
        var run = await Tool.RunAsync("render", file, "--model", _folder.Write("model.json", Model), "--master", _folder.Write("master.html", "<html><body>{{content}}</body></html>"));
        Assert.Equal(
            ("Printer <1> [#1234]", "1234: Now.\n", "<html><body><p>Printer &lt;1&gt;</p></body></html>"),
            (run.Line.Text("subject"), run.Line.Text("text"), run.Line.Text("html")));
    }

    [Theory]
    [InlineData("mine.txt", "Hello [%Name%]", "", "Hello Ann\n")]
    [InlineData("mine.html", "<p>Hello <b>#Name#</b></p>", "", "Hello Ann\n")]
    [InlineData("ticket-updated.html", "<p>Hello {{Name}}</p>", "Re: ", "Hello Ann\n")]
    [InlineData("mine", "{{!-- text --}}\n#3Recent_messages# #RatingLinks(Well?)# #CF_17#", "", "one, two good 17\n")]
    public async Task A_file_without_parts_is_one_part_and_a_model_may_have_the_names_of_masks(string name, string content, string subject, string text)
    {
        var model = _folder.Write("model.json", """{ "Name": "Ann", "ticket": { "subject": "" }, "Recent_messages": "one, two", "RatingLinks": "good", "CF_17": 17 }""");
        var run = await Tool.RunAsync("render", _folder.Write(name, content), "--model", model);
        Assert.Equal((0, text), (run.Code, run.Line.Text("text")));
        Assert.StartsWith(subject, run.Line.Text("subject"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "TE-06")]
    public async Task An_empty_template_gives_nothing()
    {
        var run = await Tool.RunAsync("render", _folder.Write("mine.txt", " \n"), "--model", _folder.Write("model.json", Model));
        Assert.Equal("{\"subject\":null,\"text\":null,\"html\":null}\n", run.Out);
    }

    [Theory]
    [Trait("Feature", "TE-10")]
    [InlineData("a\n {{#if body}}", "Template 'mine', line 2, column 2: the block 'if' is not closed.\n")]
    [InlineData("#Nobody#\n[%Noone%]", "Template 'mine', line 1, column 1: there is no variable #Nobody#.\nTemplate 'mine', line 2, column 1: there is no variable [%Noone%].\n")]
    public async Task What_is_wrong_is_told_with_line_and_column(string content, string error)
    {
        var run = await Tool.RunAsync("render", _folder.Write("mine.txt", content), "--model", _folder.Write("model.json", Model));
        Assert.Equal((1, string.Empty, error), (run.Code, run.Out, run.Error));
    }

    [Theory]
    [Trait("Feature", "TE-01")]
    [InlineData("<p></p>", "there is no {{content}}")]
    [InlineData("{{content}}<p>{{ticket.number}}</p>", "takes no variables")]
    public async Task A_master_that_is_wrong_is_told(string master, string error)
    {
        var run = await Tool.RunAsync("render", "survey", "--model", _folder.Write("model.json", Model), "--master", _folder.Write("m.html", master));
        Assert.Equal(1, run.Code);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_wrong_usage()
    {
        var model = _folder.Write("model.json", Model);
        Assert.Equal(2, (await Tool.RunAsync("render", "ticket-eaten", "--model", model)).Code);
        Assert.Equal(2, (await Tool.RunAsync("render", "survey", "--model", _folder.At("none.json"))).Code);
        Assert.Equal(2, (await Tool.RunAsync("render", "survey")).Code);
        Assert.Equal(2, (await Tool.RunAsync("render", "survey", "--model", model, "--culture", "xx-nowhere")).Code);
    }
}
