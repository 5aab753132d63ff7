using HelpDesk.Email.Corpus.Tests.Corpora;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>The mails that are damaged: those written here, and real ones where there are any.</summary>
internal static class FuzzSeeds
{
    public static IReadOnlyList<(string Name, byte[] Octets)> Read()
    {
        var seeds = BuiltInSeeds.All().ToList();
        if (CorpusFolder.Find() is { } folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                seeds.Add((Path.GetRelativePath(folder, file), File.ReadAllBytes(file)));
            }
        }

        return seeds;
    }
}
