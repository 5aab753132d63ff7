using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Cli.Tests.Explain;

/// <summary>Real mails, where they are at hand.</summary>
public sealed class ExplainCorporaTests
{
    [Fact(Timeout = 30_000)]
    public async Task Every_mail_of_the_corpora_gets_its_line()
    {
        var folder = Corpora();
        Assert.SkipUnless(Directory.Exists(folder), $"No corpora at {folder}; HELPDESK_EMAIL_CORPORA names the folder that holds them.");

        var run = await Tool.RunAsync("explain", folder);

        var mails = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".eml" or ".txt" or ".html");
        Assert.Equal(mails.Order(StringComparer.Ordinal), run.Lines.Select(line => line.Text("file")));
        Assert.All(run.Lines, line => Assert.True(line.GetProperty("ok").GetBoolean(), line.Text("file")));
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
    }

    private static string Corpora([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("HELPDESK_EMAIL_CORPORA")
        ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../shared/corpora"));
}
