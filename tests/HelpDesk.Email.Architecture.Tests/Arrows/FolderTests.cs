using HelpDesk.Email.Architecture.Tests.References;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Arrows;

/// <summary>A reader enters a project at its root and is never sent back.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Packages => Package.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Folders_use_each_other_in_one_direction(string package)
    {
        Findings.None($"Folders of {package} use each other", FolderGraph.Of(Package.Of(package)).Circles());
    }

    // The root is the front door: what stands there may use every folder, and none may use it. A file counts by the
    // folder it lies in and not by its namespace, so the public types of Mime and Html, whose namespace is the root's
    // by choice, may lie in their folders.
    [Theory]
    [MemberData(nameof(Packages))]
    public void No_folder_uses_the_root(string package)
    {
        Findings.None($"The root of {package} is used from below", FolderGraph.Of(Package.Of(package)).UsesOfTheRoot());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_type_is_found_in_a_file(string package)
    {
        var declared = DeclaredTypes.Of(Package.Of(package));
        var missing = Package.Of(package).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("HelpDesk.Email", StringComparison.Ordinal) == true)
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => type.CustomAttributes.All(attribute => attribute.AttributeType.Name is not ("CompilerGeneratedAttribute" or "GeneratedCodeAttribute")))
            .Select(type => type.FullName!.Split('`')[0])
            .Where(name => declared.FolderOf(name) is null);
        Findings.None($"No file of {package} was found for", missing);
    }
}
