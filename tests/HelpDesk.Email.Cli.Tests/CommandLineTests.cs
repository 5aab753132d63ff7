namespace HelpDesk.Email.Cli.Tests;

/// <summary>What a person types, and what the shell is told.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("explain")]
    [InlineData("replay")]
    [InlineData("explode")]
    [InlineData("explain", "a.eml", "--format", "xml")]
    [InlineData("explain", "a.eml", "--unheard-of")]
    [InlineData("explain", "a.eml", "--settings", "/no/such/settings.json")]
    [InlineData("replay", "/no/such/scenario.json")]
    [InlineData("replay", "one.json", "two.json")]
    [InlineData("sanitize", "one", "two")]
    [InlineData("check")]
    [InlineData("check", "--settings", "/no/such/settings.json")]
    [InlineData("send-test", "--settings", "x.json", "--to", "nobody")]
    public async Task Wrong_usage_is_told_on_the_error_stream_and_gives_2(params string[] args)
    {
        var run = await Tool.RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "explain")]
    [InlineData("explain", "--help", "--extract")]
    [InlineData("replay", "--help", "SCENARIO")]
    [InlineData("sanitize", "--help", "DIR")]
    [InlineData("check", "--help", "--settings")]
    [InlineData("send-test", "--help", "--to")]
    [InlineData("why", "--help", "TICKET")]
    public async Task Help_names_what_there_is(params string[] argsAndWord)
    {
        var run = await Tool.RunAsync(argsAndWord[..^1]);

        Assert.Equal(0, run.Code);
        Assert.Contains(argsAndWord[^1], run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_begins_with_an_at_sign_is_a_path()
    {
        var run = await Tool.RunAsync("explain", "@mail.eml");

        Assert.Equal(1, run.Code);
        Assert.Equal("@mail.eml", run.Line.Text("file"));
    }

    [Fact]
    public async Task People_get_text_on_a_terminal_and_programs_get_json()
    {
        using var folder = new TestFolder();
        var mail = folder.Mail("a.eml", "From: ann@example.test\nSubject: Printer\n\nIt smokes.\n");

        Assert.StartsWith(mail + "\n", (await Tool.RunAsync(isTerminal: true, "explain", mail)).Out, StringComparison.Ordinal);
        Assert.Equal("Printer", (await Tool.RunAsync(isTerminal: false, "explain", mail)).Line.Text("subject"));
        Assert.Equal("Printer", (await Tool.RunAsync(isTerminal: true, "explain", mail, "--format", "json")).Line.Text("subject"));
    }
}
