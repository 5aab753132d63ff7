using HelpDesk.Email.Cli.Files;

namespace HelpDesk.Email.Cli.Explain;

/// <summary>Finds the files behind the paths that a person wrote.</summary>
internal static class MailFiles
{
    /// <summary>Every path in its turn; of a folder the mails in and below it.</summary>
    public static IEnumerable<MailFile> Find(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? FolderSearch.Find(path, ".eml", ".txt", ".html").Select(file => new MailFile(file.Path, file.Problem))
        : File.Exists(path) ? [new MailFile(path)]
        : [new MailFile(path, "there is no such file or folder")]);
}
