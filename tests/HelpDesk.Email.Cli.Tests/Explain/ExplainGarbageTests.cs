using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Cli.Tests.Explain;

/// <summary>Octets that no mail program would write: each gets its line, and no stack trace.</summary>
public sealed class ExplainGarbageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\r")]
    [InlineData("\n\n\nA body alone.\n")]
    [InlineData("no header at all, just a sentence")]
    public async Task What_is_no_mail_at_all_is_not_ok_and_says_why(string text)
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Write("a.eml", text));

        Assert.Equal(1, run.Code);
        Assert.False(run.Line.GetProperty("ok").GetBoolean());
        Assert.NotEmpty(run.Line.Text("error")!);
    }

    [Fact]
    public async Task A_damaged_mail_is_ok_with_defects()
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Mail("a.eml", "From: ann@example.test\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n\nIt smokes.\n"));

        Assert.Equal(0, run.Code);
        Assert.Contains("unterminated multipart boundary", run.Line.Texts("defects"));
        Assert.Equal("It smokes.", run.Line.Text("reply"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Hostile_mails_get_one_line_each()
    {
        using var folder = new TestFolder();
        var files = Hostile(folder);

        var run = await Tool.RunAsync("explain", folder.Path);

        Assert.Equal(files, run.Lines.Count);
        Assert.DoesNotContain("   at ", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.All(run.Lines.Where(line => !line.Text("file")!.EndsWith("random.eml", StringComparison.Ordinal)), line => Assert.True(line.GetProperty("ok").GetBoolean(), line.Text("file")));
    }

    private static int Hostile(TestFolder folder)
    {
        var random = new byte[100_000];
        new Random(1).NextBytes(random);
        folder.Write("random.eml", random);
        folder.Mail("nobody.eml", "Subject: from nobody\n\nx\n");
        folder.Mail("headers.eml", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"X-{i}: y\n")) + "\nx\n");
        folder.Mail("addresses.eml", "From: " + new string('<', 200_000) + "\nTo: " + string.Concat(Enumerable.Repeat("a@b.test,", 100_000)) + "\n\nx\n");
        folder.Mail("words.eml", "Subject: " + string.Concat(Enumerable.Repeat("=?utf-8?q?#1?= ", 10_000)) + "\n\nx\n");
        var nested = new StringBuilder("Subject: nested\n");
        for (var i = 0; i < 10_000; i++)
        {
            nested.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        folder.Mail("nested.eml", nested.ToString());
        folder.Mail("html.eml", "Subject: deep\nContent-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<div>", 100_000)));
        folder.Mail("quotes.eml", "Subject: quotes\n\n" + string.Concat(Enumerable.Repeat("On 1 wrote:\n> > >\n", 50_000)));
        folder.Write("nul.eml", "Subject: a\0b\u001b[2J\r\n\r\n\0\0\ud83d");
        folder.Write("large.eml", Encoding.ASCII.GetBytes("Subject: large\r\nContent-Type: application/octet-stream\r\n\r\n" + new string('x', 30_000_000)));
        return Directory.GetFiles(folder.Path).Length;
    }

    [Fact]
    public async Task Text_of_strangers_moves_no_cursor_on_a_terminal()
    {
        using var folder = new TestFolder();
        var mail = folder.Mail("a.eml", "From: \u001b]0;owned\u0007 <ann@example.test>\nSubject: =?utf-8?q?=1B[2J=E2=80=AEtxt?=\n\n\u001b[31mred\u009b\n");

        var run = await Tool.RunAsync("explain", mail, "--format", "text");

        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', run.Out);
        Assert.Contains("[31mred", run.Out, StringComparison.Ordinal);
    }
}
