using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests.Folders;

/// <summary>The folders of tests/Scenarios, as they lie beside the built tests.</summary>
internal static class ScenarioFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "ScenarioFolders");

    public static IEnumerable<string> Names => Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static string At(string name, string file) => Path.Combine(Root, name, file);

    /// <summary>The rows that a scenario proves.</summary>
    public static IReadOnlyList<string> FeaturesOf(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(At(name, "expected.json")));
        return [.. expected.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()!)];
    }

    /// <summary>Copies a scenario; mails get the line ends that they have on the wire.</summary>
    public static void Copy(string name, TestFolder folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root, name), "*", SearchOption.AllDirectories))
        {
            var isMail = Path.GetExtension(file) == ".eml";
            folder.Write(Path.GetRelativePath(Path.Combine(Root, name), file), isMail ? WireForm(File.ReadAllBytes(file)) : File.ReadAllBytes(file));
        }
    }

    // Octets and not text: a mail may be in any charset.
    private static byte[] WireForm(byte[] octets)
    {
        var lines = new List<byte>(octets.Length + 100);
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r'))
            {
                lines.Add((byte)'\r');
            }

            lines.Add(octets[i]);
        }

        return [.. lines];
    }
}
