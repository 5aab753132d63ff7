using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Html.Tests.Sanitizing;

/// <summary>Attacks that others collected; they are no part of this repository.</summary>
internal static class SanitizingCorpus
{
    /// <summary>The files of a set, in their order; skips the test that asks where there are none.</summary>
    public static IReadOnlyList<string> Files(string set)
    {
        var folder = Path.Combine(Corpora(), set);
        Assert.SkipUnless(Directory.Exists(folder), $"No corpus at {folder}; HELPDESK_EMAIL_CORPORA names the folder that holds it.");
        return [.. Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal)];
    }

    private static string Corpora([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("HELPDESK_EMAIL_CORPORA")
        ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../shared/corpora"));
}
