using System.Text.RegularExpressions;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.References;

/// <summary>In which folder of its project each type is written.</summary>
internal sealed partial class DeclaredTypes
{
    private readonly Dictionary<string, string> _folders = [];

    public DeclaredTypes(IEnumerable<(string File, string Source)> files)
    {
        // A file that is named as the type it holds goes first, so that a word in another file can't take its place.
        foreach (var (file, source) in files)
        {
            var space = NamespaceLine().Match(source).Groups[1].Value;
            foreach (var name in Declarations().Matches(source).Select(match => match.Groups[1].Value))
            {
                var isOwnFile = Path.GetFileNameWithoutExtension(file) == name;
                if (isOwnFile || !_folders.ContainsKey($"{space}.{name}"))
                {
                    _folders[$"{space}.{name}"] = Path.GetDirectoryName(file)!.Replace('\\', '/');
                }
            }
        }
    }

    public static DeclaredTypes Of(Package package) => new(package.SourceFiles.Select(file => (file, package.Read(file))));

    /// <summary>The folder, empty for the project's root; <see langword="null"/> for a type that no file declares.</summary>
    public string? FolderOf(string type) => _folders.GetValueOrDefault(type);

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^[ \t]*(?:\[[^\r\n]*\]\s*)?(?:(?:public|internal|private|protected|file|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)*(?:class|struct|interface|enum|record\s+struct|record\s+class|record|delegate\s+[\w.<>\[\]?, ]+?)\s+(\w+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declarations();
}
