using System.Reflection;
using System.Xml.Linq;

namespace HelpDesk.Email.Architecture.Tests.Repository;

/// <summary>One project below <c>src</c>.</summary>
internal sealed class Package
{
    private readonly XDocument _project;

    private Package(string name)
    {
        Name = name;
        _project = XDocument.Load(RepositoryRoot.Combine("src", name, $"{name}.csproj"));
        AssemblyName = _project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name;
    }

    /// <summary>All of them that the solution holds.</summary>
    public static IReadOnlyList<Package> All { get; } = Load();

    public static TheoryData<string> Names => new(All.Select(package => package.Name));

    public string Name { get; }

    public string AssemblyName { get; }

    public bool IsTool => _project.Descendants("PackAsTool").Any();

    public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, $"{AssemblyName}.dll");

    public string DocumentationPath => Path.ChangeExtension(AssemblyPath, ".xml");

    public Assembly Assembly => Assembly.LoadFrom(AssemblyPath);

    public IReadOnlyList<string> ProjectReferences => References("ProjectReference").ConvertAll(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IReadOnlyList<string> PackageReferences => References("PackageReference");

    public IReadOnlyList<string> FrameworkReferences => References("FrameworkReference");

    /// <summary>Its source files, relative to the project.</summary>
    public IReadOnlyList<string> SourceFiles =>
        RepositoryRoot.CSharpFiles($"src/{Name}").Select(file => file[$"src/{Name}/".Length..]).ToList();

    public static Package Of(string name) => All.Single(package => package.Name == name);

    public string Read(string sourceFile) => File.ReadAllText(RepositoryRoot.Combine("src", Name, sourceFile));

    private static List<Package> Load()
    {
        var solution = File.ReadAllText(RepositoryRoot.Combine("HelpDesk.Email.sln"));
        return Directory.EnumerateDirectories(RepositoryRoot.Combine("src"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => solution.Contains($"{name}.csproj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Package(name))
            .ToList();
    }

    private List<string> References(string element) =>
        _project.Descendants(element)
            .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all")
            .Select(reference => (string)reference.Attribute("Include")!)
            .ToList();
}
