namespace HelpDesk.Email.Cli.Files;

/// <summary>Finds files in a folder and below it.</summary>
internal static class FolderSearch
{
    /// <summary>The files with one of the extensions, in ordinal order of path; links to folders are not followed.</summary>
    public static IEnumerable<FoundFile> Find(string folder, params IReadOnlyList<string> extensions)
    {
        var files = new List<FoundFile>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(next).EnumerateFileSystemInfos())
                {
                    var path = Join(next, entry.Name);
                    if (entry is FileInfo && extensions.Contains(Path.GetExtension(entry.Name), StringComparer.OrdinalIgnoreCase))
                    {
                        files.Add(new FoundFile(path));
                    }
                    else if (entry is DirectoryInfo && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    {
                        // A link to a folder may lead back up.
                        folders.Push(path);
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                files.Add(new FoundFile(next, e.Message));
            }
        }

        return files.OrderBy(file => file.Path, StringComparer.Ordinal);
    }

    // With a slash on every system: the order and the names in the output are the same everywhere.
    private static string Join(string folder, string name) =>
        folder.EndsWith('/') || folder.EndsWith(Path.DirectorySeparatorChar) ? folder + name : $"{folder}/{name}";
}
