namespace HelpDesk.Email.Documentation.Tests.Repository;

/// <summary>Where the repository lies on this machine.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <summary>The full path of a file or folder that is given from the root on, with forward slashes.</summary>
    public static string Combine(string relativePath) => System.IO.Path.Combine([Path, .. relativePath.Split('/')]);

    /// <summary>The files below a folder that people wrote, as paths from the root on with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Combine(folder), pattern, SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

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
