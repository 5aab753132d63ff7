namespace HelpDesk.Email.Cli.Tests.Sanitize;

/// <summary>HTML made safe by hand.</summary>
public sealed class SanitizeTests
{
    [Fact]
    public async Task Standard_input_becomes_safe_html_on_standard_output()
    {
        var run = await Tool.PipeAsync("<p onclick=a()>Grüße<script>a()</script><img src=http://pictures.test/a.gif alt=b>", "sanitize");

        Assert.Equal((0, "<p>Grüße<img alt=\"b\" data-remote-src=\"http://pictures.test/a.gif\"></p>"), (run.Code, run.Out));
    }

    [Fact]
    public async Task A_folder_gives_a_line_a_file_in_ordinal_order()
    {
        using var folder = new TestFolder();
        folder.Write("b.html", "<b>b");
        folder.Write("B.html", "<i>B");
        folder.Write("a/c.html", "<a href=javascript:a()>c</a>");
        folder.Write("d.txt", "<u>d");

        var run = await Tool.RunAsync("sanitize", folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Equal([$"{folder.Path}/B.html <i>B</i>", $"{folder.Path}/a/c.html c", $"{folder.Path}/b.html <b>b</b>"], run.Lines.Select(line => $"{line.Text("file")} {line.Text("output")}"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage() =>
        Assert.Equal((2, "There is no folder /no/such/folder.\n"), await Tool.RunAsync("sanitize", "/no/such/folder") is var run ? (run.Code, run.Error) : default);
}
