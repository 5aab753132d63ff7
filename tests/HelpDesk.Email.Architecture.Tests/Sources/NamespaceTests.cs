using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Sources;

/// <summary>Namespaces follow folders.</summary>
public sealed class NamespaceTests
{
    private const string Front = "HelpDesk.Email";

    public static TheoryData<string> Packages => Package.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_namespace_of_a_file_is_its_folder(string name)
    {
        var package = Package.Of(name);
        var wrong = package.SourceFiles
            .Select(file => (file, written: NamespaceOf(package.Read(file))))
            .Where(entry => entry.written is not null && !Allowed(name, entry.file).Contains(entry.written))
            .Select(entry => $"{entry.file}: {entry.written}");
        Findings.None($"Files of {name} whose namespace is not their folder", wrong);
    }

    private static IEnumerable<string> Allowed(string package, string file)
    {
        var folders = Path.GetDirectoryName(file)!.Replace('\\', '/').Replace('/', '.');

        // The contracts are what everybody names, so their namespaces leave the package's own name out.
        var root = package == "HelpDesk.Email.Abstractions" ? Front : package;
        yield return folders.Length == 0 ? root : $"{root}.{folders}";

        // What a host writes down (UseX, AddX) is found with one using.
        if (folders.Length == 0)
        {
            yield return Front;
        }

        // Two libraries that are used by themselves show all they have in one namespace.
        if (package is "HelpDesk.Email.Mime" or "HelpDesk.Email.Html")
        {
            yield return package;
        }
    }

    private static string? NamespaceOf(string source) =>
        source.Split('\n').FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].Trim().TrimEnd(';');
}
