using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>What users build on does not change by accident.</summary>
public sealed class PublicSurfaceTests
{
    // A tool is used by its command line.
    public static TheoryData<string> Packages => new(Package.All.Where(package => !package.IsTool).Select(package => package.Name));

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_approved_one(string package) =>
        Approved.Check($"tests/HelpDesk.Email.Architecture.Tests/PublicSurface/{package}.txt", SurfaceText.Of(Package.Of(package).Assembly));

    [Fact]
    public void Every_approved_surface_is_that_of_a_package()
    {
        var folder = RepositoryRoot.Combine("tests", "HelpDesk.Email.Architecture.Tests", "PublicSurface");
        Findings.None("There is no such package", Directory.EnumerateFiles(folder).Select(Path.GetFileNameWithoutExtension).Except(Packages.Select(row => row.Data)));
    }
}
