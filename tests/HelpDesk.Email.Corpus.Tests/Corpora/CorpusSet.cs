using System.Text.Json;

namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>Reads a set of cases from the folder that HELPDESK_EMAIL_CORPORA names, or from ../shared/corpora beside the checkout.</summary>
public static class CorpusSet
{
    /// <summary>The cases of a set; skips the test where there is no such folder.</summary>
    public static IReadOnlyList<CorpusCase> Read(string set)
    {
        var folder = Find() is { } root ? Path.Combine(root, set) : null;
        Assert.SkipWhen(folder is null || !Directory.Exists(folder), $"There is no corpus {set}: neither HELPDESK_EMAIL_CORPORA nor ../shared/corpora names one.");
        return [.. Directory.GetFiles(folder!, "*.json").Order(StringComparer.Ordinal).Select(Case)];
    }

    private static CorpusCase Case(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement.Clone();
        var input = root.GetProperty("input");
        return new CorpusCase(root.GetProperty("id").GetString()!, Path.Combine(Path.GetDirectoryName(file)!, input.GetProperty("file").GetString()!), input, root.GetProperty("expected"));
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_EMAIL_CORPORA") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HelpDesk.Email.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "corpora");
            }
        }

        return null;
    }
}
