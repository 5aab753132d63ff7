using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Html.Tests.Sanitizing;

public class SanitizingCorpusTests
{
    [Theory]
    [InlineData("sanitise-dompurify")]
    [InlineData("sanitise-htmlsanitizer")]
    public void No_attack_of_the_corpus_leaves_anything_behind(string set)
    {
        var folder = Path.Combine(Corpora(), set);
        Assert.SkipUnless(Directory.Exists(folder), $"No corpus at {folder}; HELPDESK_EMAIL_CORPORA names the folder that holds it.");
        foreach (var file in Directory.EnumerateFiles(folder, "*.html"))
        {
            var safe = SafeHtml.Sanitize(File.ReadAllText(file));
            Assert.True(Safety.Breaches(safe) is [], file);
            Assert.True(safe == Reparsed.Write(safe), file);
            Assert.True(safe == SafeHtml.Sanitize(safe), file);
        }
    }

    private static string Corpora([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("HELPDESK_EMAIL_CORPORA")
        ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../shared/corpora"));
}
