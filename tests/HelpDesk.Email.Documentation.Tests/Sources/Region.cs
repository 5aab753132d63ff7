using HelpDesk.Email.Documentation.Tests.Repository;

namespace HelpDesk.Email.Documentation.Tests.Sources;

/// <summary>A named region of a compiled file.</summary>
/// <param name="Name">The name behind <c>#region</c>.</param>
/// <param name="File">The file, from the root on.</param>
/// <param name="Text">What stands in it, moved to the left edge.</param>
internal sealed record Region(string Name, string File, string Text)
{
    private const string Begin = "#region ";
    private const string End = "#endregion";

    // Each of them is compiled with this project.
    private static readonly string[] Folders = ["tests/HelpDesk.Email.Documentation.Tests", "samples/AcmeDesk", "samples/CustomTicketStore", "samples/QuickStart"];

    public static IReadOnlyList<Region> All { get; } =
        [.. Folders.SelectMany(folder => RepositoryRoot.Files(folder, "*.cs")).SelectMany(Read)];

    private static IEnumerable<Region> Read(string file)
    {
        var open = new Stack<(string Name, List<string> Lines)>();
        foreach (var line in System.IO.File.ReadLines(RepositoryRoot.Combine(file)))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith(Begin, StringComparison.Ordinal))
            {
                open.Push((trimmed[Begin.Length..], []));
            }
            else if (trimmed == End)
            {
                var (name, lines) = open.Pop();
                yield return new Region(name, file, ToTheLeft(lines));
            }
            else
            {
                foreach (var (_, lines) in open)
                {
                    lines.Add(line);
                }
            }
        }
    }

    private static string ToTheLeft(List<string> lines)
    {
        var indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.Trim())).Trim('\n');
    }
}
