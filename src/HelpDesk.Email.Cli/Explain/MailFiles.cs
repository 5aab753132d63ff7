namespace HelpDesk.Email.Cli.Explain;

/// <summary>Finds the files behind the paths that a person wrote.</summary>
internal static class MailFiles
{
    private static readonly string[] Extensions = [".eml", ".txt", ".html"];

    /// <summary>Every path in its turn; of a folder the mails in and below it, in ordinal order of path.</summary>
    public static IEnumerable<MailFile> Find(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? InFolder(path)
        : File.Exists(path) ? [new MailFile(path)]
        : [new MailFile(path, "there is no such file or folder")]);

    private static IEnumerable<MailFile> InFolder(string folder)
    {
        var files = new List<MailFile>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(next).EnumerateFileSystemInfos())
                {
                    var path = Join(next, entry.Name);
                    if (entry is FileInfo && Extensions.Contains(Path.GetExtension(entry.Name), StringComparer.OrdinalIgnoreCase))
                    {
                        files.Add(new MailFile(path));
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
                files.Add(new MailFile(next, e.Message));
            }
        }

        return files.OrderBy(file => file.Path, StringComparer.Ordinal);
    }

    // With a slash on every system: the order and the names in the output are the same everywhere.
    private static string Join(string folder, string name) =>
        folder.EndsWith('/') || folder.EndsWith(Path.DirectorySeparatorChar) ? folder + name : $"{folder}/{name}";
}
