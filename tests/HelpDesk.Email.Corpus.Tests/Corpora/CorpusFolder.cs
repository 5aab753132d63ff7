namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>Where the collections of real mails with expected results lie: they are no part of this repository.</summary>
internal static class CorpusFolder
{
    private const string Variable = "HELPDESK_EMAIL_CORPORA";

    /// <summary>The cases of a set, in their order; skips the test that asks where there are none.</summary>
    public static IReadOnlyList<CorpusCase> Cases(string set)
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, $"There is no folder shared/corpora beside the checkout; {Variable} names another.");
        var cases = Path.Combine(folder!, set);
        Assert.SkipUnless(Directory.Exists(cases), $"The set {set} is not in {folder}.");
        return [.. Directory.EnumerateFiles(cases, "*.json").Order(StringComparer.Ordinal).Select(CorpusCase.Read)];
    }

    /// <summary>Where the sets lie, or <see langword="null"/>.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HelpDesk.Email.sln")))
            {
                var beside = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "corpora");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
