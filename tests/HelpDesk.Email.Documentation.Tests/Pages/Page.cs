using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Pages;

/// <summary>A page of the documentation: its lines as they stand in the file.</summary>
/// <param name="Path">From the root of the repository on.</param>
/// <param name="Lines">All lines, without their ends.</param>
internal sealed record Page(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>The front page and everything below <c>docs</c>.</summary>
    public static IReadOnlyList<Page> All { get; } = [.. RepositoryRoot.Files("docs", "*.md").Prepend("README.md").Select(Read)];

    public static TheoryData<string> Paths => new(All.Select(page => page.Path));

    public static Page Of(string path) => All.Single(page => page.Path == path);

    public static Page Read(string path) => new(path, File.ReadAllText(RepositoryRoot.Combine(path)).ReplaceLineEndings("\n").Split('\n'));
}
