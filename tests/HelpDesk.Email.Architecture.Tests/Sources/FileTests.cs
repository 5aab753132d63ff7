using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Sources;

/// <summary>Files can be read in one go, and hold what they claim.</summary>
public sealed class FileTests
{
    private const int MostLines = 250;

    // Longer files, and why they hold one concept all the same. None at present.
    private static readonly Dictionary<string, string> LongFiles = [];

    // Split, so that this file is not what it looks for.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var tooLong = RepositoryRoot.CSharpFiles("src")
            .Where(file => !LongFiles.ContainsKey(file))
            .Select(file => (file, lines: File.ReadLines(RepositoryRoot.Combine(file)).Count()))
            .Where(entry => entry.lines > MostLines)
            .Select(entry => $"{entry.file} has {entry.lines} lines: which second concept does it hold?");
        Findings.None("Too long", tooLong);
    }

    [Fact]
    public void Every_long_file_that_has_a_reason_is_still_long() =>
        Findings.None("Short enough by now", LongFiles.Keys.Where(file => !File.Exists(RepositoryRoot.Combine(file)) || File.ReadLines(RepositoryRoot.Combine(file)).Count() <= MostLines));

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    public void Nothing_is_left_unfinished(string folder)
    {
        var found = RepositoryRoot.CSharpFiles(folder)
            .SelectMany(file => File.ReadLines(RepositoryRoot.Combine(file)).Select((line, i) => (file, line, number: i + 1)))
            .Where(entry => Array.Exists(Unfinished, word => entry.line.Contains(word, StringComparison.Ordinal)))
            .Select(entry => $"{entry.file}:{entry.number}: {entry.line.Trim()}");
        Findings.None("Unfinished", found);
    }
}
