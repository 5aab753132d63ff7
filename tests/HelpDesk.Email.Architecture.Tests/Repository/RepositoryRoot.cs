namespace HelpDesk.Email.Architecture.Tests.Repository;

/// <summary>Where the repository lies on this machine.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>The C# files below a folder of the repository that people wrote, as paths relative to the root with forward slashes.</summary>
    public static IReadOnlyList<string> CSharpFiles(string folder) =>
        !Directory.Exists(Combine(folder))
            ? []
            : Directory.EnumerateFiles(Combine(folder), "*.cs", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => part is "obj" or "bin"))
                .Order(StringComparer.Ordinal)
                .ToList();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "HelpDesk.Email.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No HelpDesk.Email.sln lies above {AppContext.BaseDirectory}.");
    }
}
