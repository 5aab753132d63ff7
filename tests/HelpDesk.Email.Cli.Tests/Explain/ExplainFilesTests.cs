using System.Text;

namespace HelpDesk.Email.Cli.Tests.Explain;

/// <summary>Which files are explained, in which order, and what each is taken for.</summary>
public sealed class ExplainFilesTests
{
    [Fact]
    public async Task A_folder_is_searched_to_its_ground_in_ordinal_order_of_path()
    {
        using var folder = new TestFolder();
        foreach (var name in new[] { "b.eml", "a/z.eml", "a-b.eml", "a/b/c.html", "Z.EML", "a/b/d.txt", "a.json", "README.md", ".hidden.eml" })
        {
            folder.Mail(name, "Subject: x\n\nx\n");
        }

        var run = await Tool.RunAsync("explain", folder.Path);

        Assert.Equal(
            [".hidden.eml", "Z.EML", "a-b.eml", "a/b/c.html", "a/b/d.txt", "a/z.eml", "b.eml"],
            run.Lines.Select(line => line.Text("file")![(folder.Path.Length + 1)..]));
    }

    [Fact]
    public async Task Paths_are_explained_in_the_order_in_which_they_were_written()
    {
        using var folder = new TestFolder();
        var one = folder.Mail("1.eml", "Subject: one\n\nx\n");
        var two = folder.Mail("2", "Subject: two\n\nx\n");

        var run = await Tool.RunAsync("explain", two, one);

        Assert.Equal(["two", "one"], run.Lines.Select(line => line.Text("subject")));
    }

    [Fact]
    public async Task A_text_file_is_a_body_alone()
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Write("a.txt", "Subject: grün\r\n\r\nOn Mon, 1 Jan 2026 Tom wrote:\r\n> red?\r\n"));

        Assert.Equal(0, run.Code);
        Assert.True(run.Line.IsNull("subject"));
        Assert.True(run.Line.IsNull("messageId"));
        Assert.StartsWith("Subject: grün\n\nOn Mon", run.Line.Text("text"), StringComparison.Ordinal);
        Assert.Equal("Subject: grün", run.Line.Text("reply"));
        Assert.True(run.Line.IsNull("html"));
        Assert.Empty(run.Line.List("attachments"));
    }

    [Fact]
    public async Task An_html_file_is_a_body_alone()
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Write("a.html", "<p>Grün<script>x()</script></p>"));

        Assert.Equal("Grün", run.Line.Text("text"));
        Assert.Equal("<p>Grün<script>x()</script></p>", run.Line.Text("html"));
        Assert.Equal("<p>Grün</p>", run.Line.Text("sanitizedHtml"));
    }

    [Fact]
    public async Task A_text_file_in_another_encoding_is_read_by_what_its_octets_show()
    {
        using var folder = new TestFolder();
        folder.Write("1.txt", Encoding.Latin1.GetBytes("grün"));
        folder.Write("2.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("grün")]);
        folder.Write("3.txt", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("grün")]);
        folder.Write("4.txt", []);

        var run = await Tool.RunAsync("explain", folder.Path);

        Assert.Equal(["grün", "grün", "grün", ""], run.Lines.Select(line => line.Text("text")));
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_gets_a_line_and_the_others_get_theirs()
    {
        using var folder = new TestFolder();
        var mail = folder.Mail("a.eml", "Subject: x\n\nx\n");

        var run = await Tool.RunAsync("explain", folder.At("missing.eml"), mail);

        Assert.Equal(1, run.Code);
        Assert.Equal([false, true], run.Lines.Select(line => line.GetProperty("ok").GetBoolean()));
        Assert.Contains("no such file", run.Lines[0].Text("error"), StringComparison.Ordinal);
        Assert.True(run.Lines[0].IsNull("classification"));
        Assert.Empty(run.Lines[0].List("to"));
    }

    [Fact]
    public async Task A_link_that_leads_back_up_is_not_followed()
    {
        using var folder = new TestFolder();
        folder.Mail("a/a.eml", "Subject: x\n\nx\n");
        try
        {
            Directory.CreateSymbolicLink(folder.At("a/up"), folder.Path);
        }
        catch (IOException e)
        {
            Assert.Skip($"This system makes no links: {e.Message}");
        }

        Assert.Single((await Tool.RunAsync("explain", folder.Path)).Lines);
    }

    [Fact]
    public async Task A_folder_without_mail_gives_no_line_and_says_so()
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
    }
}
