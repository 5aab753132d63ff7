using System.Xml.Linq;
using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Start;

/// <summary>The packages that this repository makes.</summary>
internal static class PackageTable
{
    public static string Write() => string.Join(
        '\n',
        RepositoryRoot.Files("src", "*.csproj").Select(Row).Prepend("|---|---|---|").Prepend("| package | what it is | it refers to |"));

    private static string Row(string path)
    {
        var project = XDocument.Load(RepositoryRoot.Combine(path));
        return $"| `{Path.GetFileNameWithoutExtension(path)}` | {project.Descendants("Description").Single().Value} | {string.Join(", ", References(project))} |";
    }

    // What every .NET host has anyway is left out.
    private static IEnumerable<string> References(XDocument project)
    {
        var packages = Includes(project, "PackageReference").Where(name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
        return Includes(project, "ProjectReference").Select(file => Path.GetFileNameWithoutExtension(file)).Concat(packages).Select(name => $"`{name}`");
    }

    private static IEnumerable<string> Includes(XDocument project, string element) => project.Descendants(element).Select(reference => (string)reference.Attribute("Include")!);
}
