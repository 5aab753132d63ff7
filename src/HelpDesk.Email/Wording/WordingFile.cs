namespace HelpDesk.Email.Wording;

/// <summary>Reads the data files of words and phrases that are embedded in the assembly.</summary>
/// <remarks>UTF-8; <c>#</c> starts a comment line; <c>[name]</c> starts a group; every other line is one phrase.</remarks>
internal static class WordingFile
{
    public static IReadOnlyList<WordingGroup> Read(string fileName)
    {
        var name = $"HelpDesk.Email.Wording.{fileName}";
        using var stream = typeof(WordingFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its data file {name}.");
        using var reader = new StreamReader(stream);
        var groups = new List<WordingGroup>();
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim('\r');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                lines = [];
                groups.Add(new WordingGroup(line[1..^1], lines));
            }
            else
            {
                lines.Add(line);
            }
        }

        return groups;
    }
}
